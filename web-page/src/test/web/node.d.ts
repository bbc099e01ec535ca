/** The little of Node that the tests use. */
declare module "node:test" {
  export function test(name: string, run: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function ok(value: unknown, message?: string): void;
}

declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
}

declare module "node:module" {
  interface Context {
    readonly parentURL?: string;
  }

  export function registerHooks(hooks: {
    resolve(name: string, context: Context, next: (name: string, context: Context) => unknown): unknown;
  }): void;
}

interface ImportMeta {
  readonly url: string;
}

declare class URL {
  constructor(path: string, base: string);
  readonly href: string;
}

declare const process: { readonly env: Record<string, string> };
