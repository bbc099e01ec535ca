/** What a request came to. Expected failures are values. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** `status` is 0 where no answer came. */
export interface Problem {
  readonly status: number;
  readonly code: string | null;
  readonly detail: string | null;
}

const UNREACHABLE: Problem = { status: 0, code: null, detail: null };
const GIVE_UP_AFTER_MS = 20_000;

export function get<T>(path: string): Promise<Answer<T>> {
  return request<T>(path, { method: "GET" });
}

export function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send(path, "POST", body);
}

export function patch<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send(path, "PATCH", body);
}

export function put<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send(path, "PUT", body);
}

function send<T>(path: string, method: string, body: unknown): Promise<Answer<T>> {
  return request<T>(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export function remove<T>(path: string): Promise<Answer<T>> {
  return request<T>(path, { method: "DELETE" });
}

async function request<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), GIVE_UP_AFTER_MS);
  try {
    const response = await fetch(path, { ...init, signal: limit.signal });
    const body: unknown = response.status === 204 ? null : await response.json();
    return response.ok ? { ok: true, value: body as T } : { ok: false, problem: problemIn(response.status, body) };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  } finally {
    clearTimeout(timer);
  }
}

function problemIn(status: number, body: unknown): Problem {
  const { code, detail } = (body ?? {}) as { code?: unknown; detail?: unknown };
  return {
    status,
    code: typeof code === "string" ? code : null,
    detail: typeof detail === "string" ? detail : null,
  };
}
