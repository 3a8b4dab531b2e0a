import type { FileLink } from '#kernel/file/fileLink.ts';
import { NetworkFailure, readProblem } from '#web/api/problem.ts';

// One file to the server, with its progress: fetch cannot tell how much of a body has gone out.

export interface Sending {
  id: string;
  kind: string;
  record: string;
  file: File;
  shrunkFrom: string | null;
}

export interface SendingCall<T = FileLink> {
  done: Promise<T>;
  cancel(): void;
}

/** @param progress hears the share sent, 0 to 1 */
export function sendFile({ id, kind, record, file, shrunkFrom }: Sending, progress: (share: number) => void): SendingCall {
  const form = new FormData();
  // The server reads the fields before the file.
  form.append('id', id);
  form.append('kind', kind);
  form.append('record', record);
  if (shrunkFrom) form.append('shrunkFrom', shrunkFrom);
  form.append('file', file, file.name);
  return sendForm<FileLink>('/files', form, progress);
}

/** A form with a file to a call under /api/v1. */
export function sendForm<T>(path: string, form: FormData, progress: (share: number) => void): SendingCall<T> {
  const call = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    call.open('POST', `/api/v1${path}`);
    call.setRequestHeader('accept', 'application/json');
    call.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    call.addEventListener('load', () => {
      const body: unknown = parse(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(body as T);
      else reject(call.status === 502 || call.status === 504 ? new NetworkFailure(call.status) : readProblem(call.status, body));
    });
    call.addEventListener('error', () => reject(new NetworkFailure('upload')));
    call.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    call.send(form);
  });
  return { done, cancel: () => call.abort() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page: the status alone counts.
    return undefined;
  }
}
