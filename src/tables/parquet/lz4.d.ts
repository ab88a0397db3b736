/** Taken alone: the package as a whole inflates a dictionary of Brotli's and compiles a program when it is loaded. */
declare module "hyparquet-compressors/src/lz4.js" {
  export function decompressLz4(input: Uint8Array, outputLength: number): Uint8Array;
  export function decompressLz4Raw(input: Uint8Array, outputLength: number): Uint8Array;
}
