/** The little of WebAssembly's interface that is used: neither ES2023's types nor Node's have it. */
declare const WebAssembly:
  | {
      readonly Module: new (code: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: object };
    }
  | undefined;
