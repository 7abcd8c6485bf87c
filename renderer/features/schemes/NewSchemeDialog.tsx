import { schemeTemplates } from '../../../shared/schemes/templates.ts'
import { navigate } from '../../app/router.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { SchemeRow } from './scheme-columns.tsx'
import { targetWord } from './words.ts'

interface Props {
  readonly year: number
  /** The schemes of the year before. */
  readonly earlier: readonly SchemeRow[]
  onCopy(scheme: SchemeRow): void
  onClose(): void
}

/** What a new scheme begins with: last year's, a sample, or nothing. Nothing is kept until it is saved. */
export function NewSchemeDialog({ year, earlier, onCopy, onClose }: Props) {
  const begin = (template: string | null) => {
    onClose()
    navigate(template === null ? '/schemes/new' : `/schemes/new?template=${template}`)
  }
  return (
    <Dialog open size={720} title={`新建 ${year} 年考核方案`} sub="选一个开头，打开后都能改，保存才写入。" closeLabel="取消" onClose={onClose}>
      <div className="scheme-starts">
        {earlier.length > 0 && <h3>复制 {year - 1} 年的</h3>}
        {earlier.map(row => (
          <button key={row.id} type="button" className="scheme-start" onClick={() => onCopy(row)}>
            <Icon name="columns" size={16} />
            <b>{row.name}</b>
            <span className="ink-3">
              {targetWord(row.target)}，{row.items} 项指标
            </span>
          </button>
        ))}
        <h3>从样例新建</h3>
        {schemeTemplates.map(template => (
          <button key={template.code} type="button" className="scheme-start" onClick={() => begin(template.code)}>
            <Icon name="form" size={16} />
            <b>{template.name}</b>
            <span className="ink-3">
              {targetWord(template.target)}，{template.about}
            </span>
          </button>
        ))}
        <div className="row">
          <Button icon="plus" onClick={() => begin(null)}>
            空白方案
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
