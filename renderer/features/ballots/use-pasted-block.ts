import { useEffect, useRef } from 'react'
import { useSay } from '../../ui/Snackbar.tsx'
import { cellsOf } from '../../ui/grid-cells.ts'
import { optionAt, slotsOf, withCell } from './count-content.ts'
import { readBlock } from './paste-block.ts'
import type { Counting } from './use-counting.ts'

/** A sheet pasted onto the page goes into the count by name and head; into a cell it goes as it lies, from that cell on. */
export function usePastedBlock(counting: Counting & { readonly readOnly: boolean }): { readonly hint: string } {
  const say = useSay()
  const latest = useRef(counting)
  latest.current = counting
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { readOnly, plan, lines, group, edit, undo } = latest.current
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const block = cellsOf(text)
      const names = new Set(lines.map(line => line.row.name))
      const named = block.some(row => row.some(cell => names.has(cell.replaceAll(/\s/g, ''))))
      const inField = event.target instanceof HTMLElement && event.target.matches('input,textarea')
      if (readOnly || text.trim() === '' || document.querySelector('[role=dialog]') || (inField && !named)) return
      const first = plan.items[0]
      const slots = slotsOf(plan).map(slot => {
        const key = first && optionAt(first, slot)
        const label =
          slot.kind === 'votes'
            ? '打分票数'
            : slot.kind === 'points'
              ? '分数合计'
              : slot.kind === 'blank'
                ? plan.blank.label
                : first?.options.find(o => o.key === key)?.label
        return { slot, label: label ?? '' }
      })
      const { cells, unknown } = readBlock(block, lines, slots)
      if (cells.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      edit(before => {
        const tallies = new Map(before.tallies)
        for (const { line, slot, value } of cells) withCell(tallies, group, line, slot, value)
        return { ...before, tallies }
      })
      const rows = new Set(cells.map(({ line }) => line.id)).size
      say(
        `贴入 ${rows} 行${unknown.length > 0 ? `；票面上没有 ${unknown.slice(0, 3).join('、')}${unknown.length > 3 ? ` 等 ${unknown.length} 人` : ''}，没有贴` : ''}`,
        undo,
      )
    }
    window.addEventListener('paste', onPaste, true)
    return () => window.removeEventListener('paste', onPaste, true)
  }, [say])
  return { hint: '先在 Excel 里复制票数（可连姓名和表头），再在这里按 Ctrl V；光标在格里时从那一格贴起' }
}
