/** Makes the browser's pictures small, by a palette instead of three bytes a pixel: https://www.w3.org/TR/png-3/ */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = 8;
const COLORS = 256;
const BYTES_PER_PIXEL = 3;

/** The data of all chunks of a type, joined. */
function dataOf(png: Buffer, type: string): Buffer {
  const found: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) !== type) continue;
    found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(found);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}

function paeth(left: number, above: number, corner: number): number {
  const [byLeft, byAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const byCorner = Math.abs(left + above - 2 * corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** The colours of all pixels, as 0xrrggbb. */
function pixelsOf(png: Buffer, width: number, height: number): Uint32Array {
  const filtered = inflateSync(dataOf(png, 'IDAT'));
  const size = width * BYTES_PER_PIXEL;
  const pixels = new Uint32Array(width * height);
  // A pixel of nothing stands before each row, and a row of nothing before the first.
  let above = Buffer.alloc(size + BYTES_PER_PIXEL);
  for (let y = 0; y < height; y++) {
    const start = y * (size + 1);
    const row = Buffer.alloc(above.length);
    for (let i = BYTES_PER_PIXEL; i < row.length; i++) {
      const left = row[i - BYTES_PER_PIXEL] ?? 0;
      const up = above[i] ?? 0;
      const predictions = [0, left, up, (left + up) >> 1, paeth(left, up, above[i - BYTES_PER_PIXEL] ?? 0)];
      const predicted = predictions[filtered[start] ?? 0] ?? 0;
      row[i] = (filtered[start + 1 + i - BYTES_PER_PIXEL] ?? 0) + predicted;
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = row.readUIntBE((x + 1) * BYTES_PER_PIXEL, 3);
    above = row;
  }
  return pixels;
}

/** The most frequent colours, but first one of each kind: so that none is far from all of them. */
function paletteOf(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const colors = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const kinds = new Map<number, number>();
  for (const color of colors) {
    const kind = color & 0xe0e0e0;
    if (!kinds.has(kind)) kinds.set(kind, color);
  }
  return [...new Set([...kinds.values(), ...colors])].slice(0, COLORS);
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

/** The same picture in at most 256 colours. */
export function smallPng(png: Buffer): Buffer {
  const header = Buffer.from(dataOf(png, 'IHDR'));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const format = [...header.subarray(8)].join();
  if (format !== '8,2,0,0,0') throw new Error(`A picture without transparency is wanted; this has ${format}`);
  const pixels = pixelsOf(png, width, height);
  const palette = paletteOf(pixels);
  const nearest = new Map<number, number>(palette.map((color, index) => [color, index]));
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((color, i) => {
    let index = nearest.get(color);
    if (index === undefined) {
      const distances = palette.map((other) => distance(color, other));
      index = distances.indexOf(Math.min(...distances));
      nearest.set(color, index);
    }
    rows[i + Math.floor(i / width) + 1] = index;
  });
  header[9] = 3;
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Uint8Array.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
