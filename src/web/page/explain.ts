import type { Text } from '#kernel/language/text.ts';
import { ApiProblem, NetworkFailure } from '#web/api/problem.ts';

// Errors in three sentences: what happened, what was kept, what to do.

export interface Explanation {
  happened: Text;
  kept: Text;
  next: Text;
  code: string;
}

/** Explains any error a page can meet. */
export function explain(error: Error): Explanation {
  if (error instanceof NetworkFailure) {
    return {
      code: 'network',
      happened: { zh: '无法连接服务器', en: 'The server cannot be reached' },
      kept: { zh: '已录入的内容仍在本页，没有丢失。', en: 'What was entered is still on this page.' },
      next: {
        zh: '请检查网络连接，然后重试；重复发送不会产生重复记录。',
        en: 'Check the network and try again; sending twice makes no second record.',
      },
    };
  }
  if (error instanceof ApiProblem) {
    return {
      code: `${error.code} · ${error.status}`,
      happened: error.text,
      kept: nothingChanged,
      next: nextSteps[error.code] ?? nextStep(error.status),
    };
  }
  return {
    code: error.name,
    happened: { zh: '页面出现故障', en: 'The page failed' },
    kept: { zh: '服务器上的数据没有受影响。', en: 'Data on the server is not affected.' },
    next: {
      zh: '请重新加载本页；若再次出现，请将下面的代码告知管理员。',
      en: 'Reload the page; if it happens again, tell the administrator the code below.',
    },
  };
}

/** Codes that call for something else than their status does. */
const nextSteps: Record<string, Text> = {
  'record-still-used': { zh: '请先修改或删除引用它的记录。', en: 'Change or delete the records that refer to it first.' },
};

const nothingChanged: Text = { zh: '没有任何数据被改动。', en: 'Nothing was changed.' };

function nextStep(status: number): Text {
  if (status === 401) return { zh: '请重新登录。', en: 'Log in again.' };
  if (status === 403) return { zh: '如确需此权限，请联系系统管理员。', en: 'If you need this permission, ask the administrator.' };
  if (status === 404)
    return { zh: '请返回列表，确认记录是否已被删除。', en: 'Go back to the list and see whether the record was deleted.' };
  if (status === 409 || status === 412) return { zh: '请查看最新内容后再操作。', en: 'Look at the newest version, then act.' };
  if (status === 422 || status === 400) return { zh: '请按提示修改后重新提交。', en: 'Correct what is marked and send again.' };
  return { zh: '请稍后重试；若持续出现，请联系系统管理员。', en: 'Try again later; if it stays, ask the administrator.' };
}

/** Sentences in a row; one that does not end with a mark gets one. */
export function inOneLine(...sentences: Text[]): Text {
  const close = (words: string, mark: string) => (/[。！？.!?…]$/.test(words) ? words : `${words}${mark}`);
  return {
    zh: sentences.map(({ zh }) => close(zh, '。')).join(''),
    en: sentences.map(({ en }) => close(en, '.')).join(' '),
  };
}
