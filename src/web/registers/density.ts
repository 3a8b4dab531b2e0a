import { useSyncExternalStore } from 'react';

// Row height of lists: a matter of the person's eyes and screen, so it is kept in the browser and not in the address.

export type Density = 'wide' | 'tight';

const storageKey = 'anlan.density';
const listeners = new Set<() => void>();

function current(): Density {
  return localStorage.getItem(storageKey) === 'tight' ? 'tight' : 'wide';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function setDensity(density: Density): void {
  localStorage.setItem(storageKey, density);
  for (const listener of listeners) listener();
}

export function useDensity(): [Density, (density: Density) => void] {
  return [useSyncExternalStore(subscribe, current), setDensity];
}
