/** The little of WebAssembly's interface that is used: neither ES2023's types nor Node's have it. */
declare const WebAssembly:
  | {
      readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
      readonly Module: new (code: Uint8Array) => object;
      readonly Instance: new (
        module: object,
        imports: { readonly host: { readonly memory: object } },
      ) => { readonly exports: object };
    }
  | undefined;
