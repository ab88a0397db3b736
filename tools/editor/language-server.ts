import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/** A place in a document, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
};

const HEAD = /^Content-Length: (\d+)[\s\S]*?\r\n\r\n/;
const LONGEST_WAIT_MS = 60_000;

/** A language server on its standard streams, spoken to in JSON-RPC as the Language Server Protocol frames it. */
export class LanguageServer {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<string, (value: unknown) => void>();
  private readonly early = new Map<string, unknown>();
  private unread = Buffer.alloc(0);
  private asked = 0;

  constructor(command: string, args: readonly string[]) {
    this.process = spawn(command, [...args]);
    this.process.stdout.on("data", (chunk: Buffer) => this.receive(chunk));
    this.process.stderr.pipe(process.stderr);
  }

  async start(): Promise<void> {
    await this.ask("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    this.tell("initialized", {});
    const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
    this.tell("workspace/didChangeConfiguration", { settings: { yaml } });
  }

  /** Opens a document; what is wrong in it, once the server has looked. */
  async open(uri: string, text: string): Promise<unknown> {
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return this.answer(`diagnostics ${uri}`);
  }

  completion(uri: string, position: Position): Promise<unknown> {
    return this.ask("textDocument/completion", { textDocument: { uri }, position });
  }

  hover(uri: string, position: Position): Promise<unknown> {
    return this.ask("textDocument/hover", { textDocument: { uri }, position });
  }

  stop(): void {
    this.process.kill();
  }

  private ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.asked;
    this.send({ id, method, params });
    return this.answer(`answer ${id}`);
  }

  private tell(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private answer(key: string): Promise<unknown> {
    if (this.early.has(key)) return Promise.resolve(this.early.get(key));
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the language server gave no ${key}`)), LONGEST_WAIT_MS);
      this.waiting.set(key, (value) => {
        clearTimeout(late);
        resolve(value);
      });
    });
  }

  private receive(chunk: Buffer): void {
    this.unread = Buffer.concat([this.unread, chunk]);
    for (;;) {
      const [head, length] = HEAD.exec(this.unread.toString("latin1")) ?? [];
      if (head === undefined || this.unread.length < head.length + Number(length)) return;
      const body = this.unread.subarray(head.length, head.length + Number(length));
      this.unread = this.unread.subarray(head.length + Number(length));
      this.take(JSON.parse(body.toString("utf8")) as Message);
    }
  }

  private take({ id, method, params, result }: Message): void {
    if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as { readonly uri: string; readonly diagnostics: unknown };
      this.settle(`diagnostics ${uri}`, diagnostics);
    } else if (method === undefined) this.settle(`answer ${id}`, result);
    // What the server asks of an editor, this one does not have.
    else if (id !== undefined) this.send({ id, result: null });
  }

  private settle(key: string, value: unknown): void {
    const waiting = this.waiting.get(key);
    this.waiting.delete(key);
    if (waiting) waiting(value);
    else this.early.set(key, value);
  }
}
