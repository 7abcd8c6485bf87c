import { navigate } from '../../app/router.ts'
import { Segmented } from '../../ui/Segmented.tsx'

export const viewNames = { list: '名单', count: '计票', result: '结果' } as const
export type BallotView = keyof typeof viewNames

const paths: Readonly<Record<BallotView, string>> = { list: '/list', count: '', result: '/result' }

/** Where a view of a ballot is. */
export const ballotPath = (id: string, view: BallotView = 'count'): string => `/ballots/${encodeURIComponent(id)}${paths[view]}`

/** 名单, 计票, 结果 of one ballot. */
export const BallotViews = ({ id, view }: { readonly id: string; readonly view: BallotView }) => (
  <Segmented<BallotView>
    label="这次测评"
    value={view}
    options={[
      { value: 'list', label: viewNames.list },
      { value: 'count', label: viewNames.count },
      { value: 'result', label: viewNames.result },
    ]}
    onChange={to => to !== view && navigate(ballotPath(id, to))}
  />
)
