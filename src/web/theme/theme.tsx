import { ConfigProvider, theme as antdTheme, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '#web/language/language.tsx';
import { useIsCalm, useIsPhone } from '#web/page/useIsPhone.ts';
import { customProperties, type Mood, moods } from './tokens.ts';

// Two moods of one theme: office (light) for forms, lists and cases; desk (dark) for the duty desk, the map and the big
// screen. A page says which it wants; a person may fix one for every page.

export type { Mood } from './tokens.ts';
export { Countdown, DemoTag, LevelBadge, PriorityBadge } from './signs.tsx';

const storageKey = 'anlan.mood';
const fonts = '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif';

/**
 * Ant Design in our colours. On a phone everything that is touched is 44 px high, and inputs of 16 px keep iOS from zooming.
 * @param isCalm the person asked the system for less motion. Ant Design keeps a trace of it: without any (token `motion`), it lays
 *   lists that open under their input outside the window, always on a phone and now and then on a screen
 */
export function antdThemeOf(mood: Mood, isPhone: boolean, isCalm = false): ThemeConfig {
  const t = moods[mood];
  const algorithm = mood === 'desk' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  return {
    algorithm,
    cssVar: { key: `anlan-${mood}` },
    hashed: false,
    token: {
      fontFamily: fonts,
      fontSize: 14,
      borderRadius: 4,
      colorPrimary: t.action,
      colorLink: t.link,
      colorError: mood === 'desk' ? '#ff7a7e' : '#b3191f',
      colorBgBase: t.background,
      colorBgLayout: t.background,
      colorBgContainer: t.panel,
      colorBgElevated: mood === 'desk' ? t.raised : t.panel,
      colorText: t.text,
      colorTextSecondary: t.textSecond,
      colorTextTertiary: t.textThird,
      colorTextDescription: t.textThird,
      colorTextPlaceholder: t.textThird,
      colorBorder: mood === 'desk' ? '#3a5470' : '#aebccb',
      colorBorderSecondary: t.line,
      boxShadow: mood === 'desk' ? '0 6px 20px rgb(0 0 0 / .5)' : '0 6px 20px rgb(20 40 60 / .14)',
      boxShadowSecondary: mood === 'desk' ? '0 6px 20px rgb(0 0 0 / .5)' : '0 6px 20px rgb(20 40 60 / .14)',
      ...(isPhone ? { controlHeight: 44, controlHeightSM: 40, controlHeightLG: 48 } : {}),
      motionDurationFast: isCalm ? '0.04s' : '0.1s',
      motionDurationMid: isCalm ? '0.04s' : '0.12s',
      motionDurationSlow: isCalm ? '0.04s' : '0.16s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', dangerColor: mood === 'desk' ? '#0b1622' : '#ffffff' },
      Table: {
        headerBg: t.raised,
        headerSortActiveBg: t.raised,
        headerSortHoverBg: t.selected,
        bodySortBg: 'transparent',
        headerSplitColor: 'transparent',
        rowHoverBg: t.raised,
        headerColor: t.textSecond,
      },
      // White words on the track of a switch that is off.
      Switch: { colorTextQuaternary: '#5f6f80', colorTextTertiary: '#52616f' },
      Tabs: { itemSelectedColor: t.link, itemActiveColor: t.link, itemHoverColor: t.link, inkBarColor: t.link },
      ...(isPhone ? { Input: { inputFontSize: 16 }, InputNumber: { inputFontSize: 16 } } : {}),
    },
  };
}

interface MoodChoice {
  /** The mood in force. */
  mood: Mood;
  /** What the person fixed, or null: each page its own. */
  fixed: Mood | null;
  setFixed: (mood: Mood | null) => void;
  /** Called by the frame with the mood of the page shown. */
  declare: (mood: Mood) => void;
}

const MoodContext = createContext<MoodChoice>({ mood: 'office', fixed: null, setFixed: () => undefined, declare: () => undefined });

export function MoodProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [fixed, fix] = useState<Mood | null>(() => {
    const kept = localStorage.getItem(storageKey);
    return kept === 'office' || kept === 'desk' ? kept : null;
  });
  const [declared, declare] = useState<Mood>('office');
  const mood = fixed ?? declared;

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.mood = mood;
    root.style.colorScheme = mood === 'desk' ? 'dark' : 'light';
    for (const [name, value] of customProperties(mood)) root.style.setProperty(name, value);
  }, [mood]);

  const choice = useMemo<MoodChoice>(
    () => ({
      mood,
      fixed,
      declare,
      setFixed: (next) => {
        if (next === null) localStorage.removeItem(storageKey);
        else localStorage.setItem(storageKey, next);
        fix(next);
      },
    }),
    [mood, fixed],
  );
  const isPhone = useIsPhone();
  const isCalm = useIsCalm();
  const config = useMemo(() => antdThemeOf(mood, isPhone, isCalm), [mood, isPhone, isCalm]);
  return (
    <MoodContext.Provider value={choice}>
      <ConfigProvider theme={config} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
        {children}
      </ConfigProvider>
    </MoodContext.Provider>
  );
}

export function useMood(): MoodChoice {
  return useContext(MoodContext);
}

/** Asks for a mood while the component is shown; the frame does it for every declared page. */
export function useDeclaredMood(mood: Mood): void {
  const { declare } = useMood();
  useEffect(() => declare(mood), [declare, mood]);
}
