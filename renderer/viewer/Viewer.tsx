import Modal from '@mui/material/Dialog'
import { useCallback, useId, useState } from 'react'
import { sentenceOf } from '../ui/Banner.tsx'
import { useSaveAttachment } from '../records/use-save-attachment.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LayerContext, useLayer } from '../ui/layer.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { type Loading, useFileBytes } from './file-bytes.ts'
import { type FileKind, kindOfBytes } from '../../shared/rules/file-kind.ts'
import { ImageView } from './ImageView.tsx'
import { PdfView } from './PdfView.tsx'
import { ViewerFoot } from './ViewerFoot.tsx'
import { ViewerTools } from './ViewerTools.tsx'
import { turned, type Turn, type Zoom } from './zoom.ts'
import './viewer.css'

/** A kept file to be looked at. */
export interface ViewedFile {
  readonly id: string
  readonly name: string
  /** What it is here, where its own name does not say it: the material. */
  readonly title?: string
  /** Where it belongs: the step and the day. */
  readonly about?: string
}

interface Props {
  readonly files: readonly ViewedFile[]
  /** Which one first. */
  readonly start: number
  onClose(): void
}

/** 看附件: pictures and PDFs inside the program, one after the other; what cannot be shown is offered to be saved. Nothing touches the disk. */
export function Viewer({ files, start, onClose }: Props) {
  const id = useId()
  const layer = useLayer(true)
  const [at, setAt] = useState(start)
  const file = files[at]
  if (!file) return null
  return (
    <Modal
      open
      fullScreen
      aria-labelledby={id}
      onClose={onClose}
      transitionDuration={{ enter: 100, exit: 80 }}
      slotProps={{ paper: { className: 'viewer-paper' } }}
    >
      <LayerContext value={layer}>
        <div className="viewer">
          {files.length > 1 && (
            <ol className="viewer-files" aria-label="文件">
              {files.map(({ id: key, name, title, about }, i) => (
                <li key={key}>
                  <button type="button" aria-current={i === at} className={i === at ? 'on' : ''} onClick={() => setAt(i)}>
                    <span className="no">{i + 1}</span>
                    <span>
                      {title ?? name}
                      {about !== undefined && <small className="ellipsis">{about}</small>}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
          )}
          <Viewed key={file.id} titleId={id} file={file} at={at} count={files.length} onGo={setAt} onClose={onClose} />
        </div>
      </LayerContext>
    </Modal>
  )
}

interface ViewedProps {
  readonly titleId: string
  readonly file: ViewedFile
  readonly at: number
  readonly count: number
  onGo(at: number): void
  onClose(): void
}

function Viewed({ titleId, file, at, count, onGo, onClose }: ViewedProps) {
  const loading = useFileBytes(file.id)
  const save = useSaveAttachment()
  const kind = loading.state === 'ready' ? kindOfBytes(loading.bytes) : undefined
  const [zoom, setZoom] = useState<Zoom>('width')
  const [turn, setTurn] = useState<Turn>(0)
  const [scale, setScale] = useState(1)
  const [page, setPage] = useState<{ readonly page: number; readonly pages: number }>()
  const [going, setGoing] = useState<{ readonly page: number }>()
  const hearPage = useCallback((now: number, pages: number) => setPage({ page: now, pages }), [])
  const name = loading.state === 'failed' ? file.name : (loading.file?.name ?? file.name)
  return (
    <section className="viewer-main">
      <ViewerTools
        titleId={titleId}
        title={file.title ?? name}
        sub={[file.about, file.title === undefined ? undefined : name].filter(Boolean).join(' · ')}
        shows={kind !== undefined && kind.kind !== 'other'}
        zoom={zoom}
        scale={scale}
        page={kind?.kind === 'pdf' ? page : undefined}
        at={at}
        count={count}
        onZoom={setZoom}
        onTurn={() => setTurn(turned(turn))}
        onPage={next => {
          // Known at once: a key that is held goes on from here, not from where the last picture was.
          if (page) setPage({ ...page, page: next })
          setGoing({ page: next })
        }}
        onGo={onGo}
        onSave={() => void save(file.id, name)}
        onClose={onClose}
      />
      <div className="viewer-body">
        {loading.state === 'ready' && kind?.kind === 'image' && (
          <ImageView bytes={loading.bytes} type={kind.type} name={name} zoom={zoom} turn={turn} onScale={setScale} />
        )}
        {loading.state === 'ready' && kind?.kind === 'pdf' && (
          <PdfView bytes={loading.bytes} name={name} zoom={zoom} turn={turn} going={going} onScale={setScale} onPage={hearPage} />
        )}
        <Otherwise loading={loading} kind={kind} />
      </div>
      {loading.state !== 'failed' && loading.file && <ViewerFoot file={loading.file} />}
    </section>
  )
}

function Otherwise({ loading, kind }: { readonly loading: Loading; readonly kind: FileKind | undefined }) {
  if (loading.state === 'failed')
    return (
      <div role="alert">
        <EmptyState icon="warn" title={sentenceOf(loading.error)} />
      </div>
    )
  if (loading.state === 'loading')
    return (
      <div className="viewer-wait">
        <Icon name="clock" size={20} />
        正在取出
        <ProgressBar label="正在取出" share={loading.file ? loading.done / Math.max(1, loading.file.size) : 0} />
      </div>
    )
  if (kind?.kind !== 'other') return null
  return (
    <EmptyState icon="clip" title="这类文件不能在这里看。">
      能看的是图片（JPG、PNG、GIF、WebP、BMP）和 PDF。按 S 另存，再用它自己的程序打开。
    </EmptyState>
  )
}
