import type { PageProps } from '../../app/router.ts'
import { useKept } from '../../app/router.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { PrintTab } from './PrintTab.tsx'
import { RegisterTab } from './RegisterTab.tsx'
import './forms.css'

type Tab = 'print' | 'register'
const tabs = [
  { value: 'print', label: '打印' },
  { value: 'register', label: '打印与导出登记' },
] as const

/** 打印与导出: the forms, and the register of what left the office. */
export function FormsPage({ query }: PageProps) {
  const [tab, setTab] = useKept<Tab>('tab', query.get('tab') === 'register' ? 'register' : 'print')
  const choice = <Segmented<Tab> label="看哪一页" value={tab} options={tabs} onChange={setTab} />
  if (tab === 'print') return <PrintTab query={query} choice={choice} />
  return (
    <div className="page">
      <PageHead title="打印与导出" sub="每一次打印和导出都在这里" actions={choice} />
      <RegisterTab />
    </div>
  )
}
