/**
 * SHA-256 and HMAC, as FIPS 180-4 and RFC 2104 have them. `crypto.subtle` only answers later, while the door drops a
 * secret before it returns; a library for it would weigh four times as much, in the background and beside every page
 * that calls.
 */
const BLOCK = 64;
const ROUNDS = 64;

/** The first 32 bits behind the point. */
const fraction = (root: number) => ((root % 1) * 2 ** 32) | 0;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

const PRIMES = primes(ROUNDS);
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The message, a 1, zeros, and the length in bits, in whole blocks. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array((((message.length + 8) >> 6) + 1) * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

/** @param message fewer than 2^29 bytes */
export function sha256(message: Uint8Array): Uint8Array {
  const view = padded(message);
  const state = INITIAL.slice();
  const words = new Int32Array(ROUNDS);
  const word = (index: number) => words[index] ?? 0;
  for (let offset = 0; offset < view.byteLength; offset += BLOCK) {
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let round = 0; round < ROUNDS; round++) {
      if (round < 16) words[round] = view.getInt32(offset + round * 4);
      else {
        const early = word(round - 15);
        const late = word(round - 2);
        const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
        const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
        words[round] = word(round - 16) + first + word(round - 7) + second;
      }
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (K[round] ?? 0) + word(round);
      const two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => {
      state[index] = (state[index] ?? 0) + value;
    });
  }
  const digest = new DataView(new ArrayBuffer(state.byteLength));
  state.forEach((value, index) => {
    digest.setInt32(index * 4, value);
  });
  return new Uint8Array(digest.buffer);
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > BLOCK ? sha256(key) : key;
  const digest = (pad: number, text: Uint8Array) => {
    const bytes = new Uint8Array(BLOCK + text.length).fill(pad, 0, BLOCK);
    short.forEach((byte, index) => {
      bytes[index] = byte ^ pad;
    });
    bytes.set(text, BLOCK);
    return sha256(bytes);
  };
  return digest(0x5c, digest(0x36, message));
}
