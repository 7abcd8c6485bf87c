import { navigate } from '../../app/router.ts'
import { Tabs } from '../../ui/Tabs.tsx'

type Tab = 'today' | 'calendar'
const paths = { today: '/today', calendar: '/calendar' }

/** 清单 and 月历, two pages of one place. */
export const DueTabs = ({ value, count }: { readonly value: Tab; readonly count?: number | undefined }) => (
  <Tabs
    label="待办的样子"
    value={value}
    tabs={[
      { value: 'today', label: '清单', count },
      { value: 'calendar', label: '月历' },
    ]}
    onChange={next => navigate(paths[next], { replace: true })}
  />
)
