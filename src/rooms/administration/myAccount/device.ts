import type { Text } from '#kernel/language/text.ts';

// What kind of device a user agent tells of, as far as it can be believed: enough to recognise one's own.

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|UOS|Kylin/, 'Linux'],
];

const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** `Chrome · Windows`; a program for anything else. */
export function deviceOf(agent: string): Text {
  const browser = browsers.find(([sign]) => sign.test(agent))?.[1];
  const system = systems.find(([sign]) => sign.test(agent))?.[1];
  if (browser || system) {
    const name = [browser, system].filter(Boolean).join(' · ');
    return { zh: name, en: name };
  }
  return { zh: `程序 ${agent.slice(0, 30)}`.trim(), en: `Program ${agent.slice(0, 30)}`.trim() };
}
