/** The only script address that is ever made of a string. */
const SERVICE_WORKER = "/sw.js";

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Lets the page open without a network, and be installed. Browsers offer it on https and localhost only. */
export async function installShell(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(trusted(SERVICE_WORKER));
  } catch {
    // Not allowed here (a private window, an address without https): the page works without it.
  }
}

function trusted(url: string): string {
  const factory = (window as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
  const policy = factory?.createPolicy("parley", {
    createScriptURL: (wanted) => (wanted === SERVICE_WORKER ? wanted : ""),
  });
  return policy?.createScriptURL(url) ?? url;
}
