import { Skeleton } from 'antd';
import { useState } from 'react';
import { fileKinds, isPhoto } from '#kernel/file/fileKind.ts';
import type { FileLink } from '#kernel/file/fileLink.ts';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { sizeWords, thumbnailAddress, useFiles } from './fileList.ts';
import { FilePreview } from './FilePreview.tsx';
import { fileWords as words } from './fileWords.ts';
import { UploadControl } from './UploadControl.tsx';
import './files.css';

/** Files of a record or case: photos as pictures, the rest as a list, and the way to add more for whoever may. */
export function FilesOf({ kind, id }: { kind: string; id: string }) {
  const say = useText();
  const asked = useFiles(kind, id);
  const [openId, setOpenId] = useState<string | null>(null);
  if (asked.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (asked.error) return <p className="case-quiet">{say(words.failed)}</p>;
  const { mayChange, isSensitive } = asked.data;
  // Documents made by the program have a list of their own.
  const files = asked.data.items.filter(({ origin }) => origin === 'upload');
  const at = files.findIndex((file) => file.id === openId);
  const open = files[at];
  const step = (by: number) => {
    const next = files[at + by];
    return next && (() => setOpenId(next.id));
  };
  const gallery = (
    <>
      {isSensitive && files.length > 0 && <p className="case-quiet">{say(words.sensitive)}</p>}
      {files.length === 0 && <p className="case-quiet">{say(mayChange ? words.noneMayAdd : words.none)}</p>}
      <ul className="file-grid">
        {files.map((file) => (
          <li key={file.id}>
            <FileTile file={file} hasPicture={isPhoto(file.kind) && !isSensitive} onOpen={() => setOpenId(file.id)} />
          </li>
        ))}
      </ul>
      {open && <FilePreview file={open} mayChange={mayChange} onPrevious={step(-1)} onNext={step(1)} close={() => setOpenId(null)} />}
    </>
  );
  return (
    <div className="files">
      {mayChange ? (
        <UploadControl kind={kind} id={id}>
          {gallery}
        </UploadControl>
      ) : (
        gallery
      )}
    </div>
  );
}

function FileTile({ file, hasPicture, onOpen }: { file: FileLink; hasPicture: boolean; onOpen: () => void }) {
  const say = useText();
  return (
    <button type="button" className="file-tile" onClick={onOpen} title={file.name}>
      {hasPicture ? (
        <img src={thumbnailAddress(file.id)} alt={file.note || file.name} loading="lazy" />
      ) : (
        <span className="file-sign" aria-hidden="true">
          {fileKinds[file.kind].endings[0].toUpperCase()}
        </span>
      )}
      <span className="file-name">{file.name}</span>
      <span className="file-about">
        {sizeWords(file.bytes)} · {dayAndTime(file.evidence?.takenAt ?? file.addedAt)}
        {file.evidence?.place && ` · ${say(words.withPlace)}`}
      </span>
    </button>
  );
}
