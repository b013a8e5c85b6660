/**
 * True for a host of this machine: `localhost`, its sub-domains, 127.0.0.0/8 and `[::1]`. Nothing sent there
 * leaves the machine, and browsers do not block it as mixed content
 * (https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy).
 */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}
