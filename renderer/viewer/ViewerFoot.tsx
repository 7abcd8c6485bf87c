import { Banner } from '../ui/Banner.tsx'
import { sizeText } from '../ui/say-size.ts'
import { StatusChip } from '../ui/StatusChip.tsx'
import type { Opened } from './file-bytes.ts'

/** What a file is: its size, when it was taken in, its fingerprint, and whether it still is what was taken in. */
export const ViewerFoot = ({ file: { size, sha256, intact, addedAt } }: { readonly file: Opened }) => (
  <footer className="viewer-foot">
    {!intact && (
      <Banner kind="error">
        <b>这份文件与入库时不一致。</b>内容被改动过，或数据损坏。审计记录里有入库时的指纹，可以从入库以后的备份里找回原件。
      </Banner>
    )}
    <div className="row t12 ink-3">
      {sizeText(size)}　{addedAt.slice(0, 10)} 入库
      <span className="space" />
      <span title={`SHA-256 ${sha256}`}>
        指纹 <code>{sha256.slice(0, 16)}</code>
      </span>
      <StatusChip tone={intact ? 'met' : 'overdue'} word={intact ? '与入库时一致' : '与入库时不一致'} />
    </div>
  </footer>
)
