import { useState } from 'react'
import { useCommand } from '../../api/command.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSayDone } from '../../app/undo.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { schemePath } from './words.ts'

interface Props {
  readonly scheme: { readonly id: string; readonly name: string; readonly year: number }
  /** The year it is proposed for. */
  readonly year: number
  onClose(): void
}

/** 复制: the same items, groups and matters for another year, or under another name. Mounted while it is open. */
export function CopyDialog({ scheme, year: first, onClose }: Props) {
  const command = useCommand('scheme.copy')
  const { setYear: showYear } = useScope()
  const done = useSayDone()
  const [name, setName] = useState(scheme.year === first ? `${scheme.name}（修订）` : scheme.name)
  const [year, setYear] = useState<number | null>(first)
  const known = year !== null && Number.isInteger(year) && year >= 1990 && year <= 2200
  const copy = () => {
    if (!known) return
    command.mutate(
      { schemeId: scheme.id, year, name: name.trim() },
      {
        onSuccess({ id }) {
          showYear(year)
          done(`已复制为 ${year} 年“${name.trim()}”`)
          onClose()
          navigate(schemePath(id))
        },
      },
    )
  }
  return (
    <Dialog
      open
      title="复制考核方案"
      sub={`${scheme.year} 年“${scheme.name}”的指标、考评人、分数线和一票否决事项都复制；通过日期空着。`}
      busy={command.isPending}
      primary={{ label: '复制', disabled: !known || name.trim() === '', perform: copy }}
      onClose={onClose}
    >
      <ErrorBanner error={command.error} />
      <div className="form-grid">
        <Field label="方案名称" required>
          <TextBox value={name} maxLength={200} autoFocus onChange={setName} />
        </Field>
        <Field label="年度" required fault={year !== null && !known ? '年度是 1990 到 2200 的整数' : undefined}>
          <NumberBox value={year} unit="年" onChange={setYear} />
        </Field>
      </div>
    </Dialog>
  )
}
