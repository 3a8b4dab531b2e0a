import { Button, Checkbox, Progress, Tooltip } from 'antd';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { acceptedFiles } from '#kernel/file/fileKind.ts';
import { useText } from '#web/language/language.tsx';
import { explain } from '#web/page/explain.ts';
import { useIsPhone } from '#web/page/useIsPhone.ts';
import { sizeWords } from './fileList.ts';
import { fileWords as words } from './fileWords.ts';
import { useUploads, type Upload } from './useUploads.ts';

interface UploadControlProps {
  kind: string;
  id: string;
  /** What the files are dropped on. */
  children: ReactNode;
}

/** Takes files by drop, by choice or from the phone's camera, and shows how each is getting on. */
export function UploadControl({ kind, id, children }: UploadControlProps) {
  const say = useText();
  const isPhone = useIsPhone();
  const { uploads, add, drop, retry } = useUploads(kind, id);
  const [shrink, setShrink] = useState(false);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => add([...(files ?? [])], shrink);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const input = (ref: typeof chooser, more: { accept: string; multiple?: boolean; capture?: 'environment' }, label: string) => (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      {...more}
      onChange={(event) => {
        take(event.target.files);
        // The same file may be chosen again.
        event.target.value = '';
      }}
    />
  );
  return (
    <div className="upload" data-over={isOver || undefined} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      {children}
      <ul className="upload-list" aria-live="polite">
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} drop={() => drop(upload.id)} retry={() => retry(upload.id)} />
        ))}
      </ul>
      <div className="upload-foot not-printed">
        {isPhone && (
          <Button type="primary" onClick={() => camera.current?.click()}>
            {say(words.camera)}
          </Button>
        )}
        <Button onClick={() => chooser.current?.click()}>{say(words.choose)}</Button>
        <Tooltip title={say(words.shrinkHint)}>
          <Checkbox checked={shrink} onChange={(event) => setShrink(event.target.checked)}>
            {say(words.shrink)}
          </Checkbox>
        </Tooltip>
        {input(chooser, { accept: acceptedFiles, multiple: true }, say(words.choose))}
        {input(camera, { accept: 'image/jpeg,image/png', capture: 'environment' }, say(words.camera))}
      </div>
      {isOver && (
        <div className="upload-over" aria-hidden="true">
          {say(words.drop)}
        </div>
      )}
    </div>
  );
}

function UploadRow({ upload, drop, retry }: { upload: Upload; drop: () => void; retry: () => void }) {
  const say = useText();
  const { file, state, share, error } = upload;
  const percent = Math.floor(share * 100);
  const told = state === 'waiting' ? say(words.waiting) : percent < 100 ? say(words.sending, { percent }) : say(words.checking);
  return (
    <li className="upload-row">
      <span className="upload-name">{file.name}</span>
      <span className="upload-size">{sizeWords(file.size)}</span>
      {error ? (
        <span className="upload-why" role="alert">
          {say(words.notSent, { why: say(explain(error).happened) })}
        </span>
      ) : (
        <span className="upload-state">
          {told}
          <Progress percent={percent} showInfo={false} size="small" aria-label={file.name} />
        </span>
      )}
      {state === 'failed' && (
        <Button size="small" onClick={retry}>
          {say(words.retry)}
        </Button>
      )}
      <Button size="small" type="text" onClick={drop}>
        {say(state === 'failed' ? words.dismiss : words.cancel)}
      </Button>
    </li>
  );
}
