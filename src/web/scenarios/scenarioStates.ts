import type { ScenarioState } from '#kernel/scenario/scenario.ts';
import type { Text } from '#kernel/language/text.ts';

/** What a scenario's state is called wherever scenarios are listed. */
export const scenarioStates: Record<ScenarioState, Text> = {
  queued: { zh: '排队', en: 'queued' },
  running: { zh: '计算中', en: 'running' },
  done: { zh: '完成', en: 'done' },
  refused: { zh: '输入有误', en: 'inputs refused' },
  cancelled: { zh: '已停止', en: 'stopped' },
  failed: { zh: '出错', en: 'failed' },
  interrupted: { zh: '被中断', en: 'interrupted' },
};
