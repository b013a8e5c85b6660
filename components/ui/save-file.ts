/** Offers a text as a file to save; nothing leaves the browser. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob when the click returns; the address is no longer needed.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
