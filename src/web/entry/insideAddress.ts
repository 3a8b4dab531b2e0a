/** Where to go after the login: only an address of Anlan itself, never one that leads away. */
export function insideAddress(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
