import type { SupervisionBoard, SupervisionMatter } from '../../../shared/api/supervision.ts'
import { annualReportPlace, recordPlace } from '../../../shared/due/places.ts'
import { watchedKinds } from '../../../shared/rules/supervision-figures.ts'

/** What is listed beside the figures. */
export type Listed =
  | { readonly of: 'overdue' }
  | { readonly of: 'repeated' }
  | { readonly of: 'untalked' }
  | { readonly of: 'reports' }
  | { readonly of: 'records'; readonly title: string; readonly ids: readonly string[] }

/** One line of the list, and the record it opens. */
export interface Line {
  readonly key: string
  readonly name: string
  readonly beside: string
  readonly under: string
  readonly right: string
  readonly late: boolean
  readonly to: string
}

export interface Listing {
  readonly title: string
  readonly note: string
  readonly head: string
  readonly lines: readonly Line[]
  /** What is said where there is none. */
  readonly none: string
}

/** The records behind a figure, the latest or the oldest debt first. */
export function listingOf(board: SupervisionBoard, listed: Listed, lasts: (day: string | null) => string): Listing {
  const known = new Map(board.matters.map(matter => [matter.id, matter]))
  if (listed.of === 'overdue')
    return {
      title: '逾期未办',
      note: board.unclear.length > 0 ? `${board.overdue.length} 项，另有 ${board.unclear.length} 件说明不清楚` : `${board.overdue.length} 项`,
      head: '逾期',
      none: '回复、检查、报告、告知、办结和整改都没有逾期的。',
      lines: [
        ...board.overdue.map(({ id, type, name, duty, dueOn, overdueBy, provisional }) => ({
          key: `${id} ${duty}`,
          name,
          beside: duty,
          under: `期限 ${dueOn}${provisional.length > 0 ? '（暂算）' : ''}`,
          right: `${overdueBy} 天`,
          late: true,
          to: recordPlace(type, id),
        })),
        ...board.unclear.flatMap((id): readonly Line[] => {
          const matter = known.get(id)
          if (!matter) return []
          return [
            {
              key: `${id} unclear`,
              name: matter.name,
              beside: '说明不清楚',
              under: `${lasts(matter.on)} 函询，没有再次函询`,
              right: '',
              late: false,
              to: recordPlace(matter.type, id),
            },
          ]
        }),
      ],
    }
  if (listed.of === 'repeated')
    return {
      title: '同类问题重复',
      note: `${board.repeatYears} 年内同一人同类`,
      head: '次数',
      none: `没有 ${board.repeatYears} 年内同一人同类问题再次出现的。`,
      lines: board.repeated.flatMap(({ personId, name, category, ids }) =>
        ids.flatMap((id, i): readonly Line[] => {
          const matter = known.get(id)
          return matter
            ? [
                {
                  key: `${personId} ${category} ${id}`,
                  name: i === 0 ? name : '',
                  beside: i === 0 ? category : '',
                  under: `${lasts(matter.on)}，${kindWord(matter)}`,
                  right: i === 0 ? `${ids.length} 次` : '',
                  late: i === 0,
                  to: recordPlace(matter.type, id),
                },
              ]
            : []
        }),
      ),
    }
  if (listed.of === 'untalked')
    return {
      title: '当年没有谈话的领导干部',
      note: `${board.talks.without.length} / ${board.talks.people} 人`,
      head: '上次',
      none: '领导干部都有谈话记录。',
      lines: board.talks.without.map(({ id, name, organization, post, last }) => ({
        key: id,
        name,
        beside: post,
        under: organization,
        right: last === null ? '没有' : lasts(last),
        late: last === null,
        to: `/registers/talk?new=1&personId=${encodeURIComponent(id)}`,
      })),
    }
  if (listed.of === 'reports') return reportListing(board.reports)
  const matters = listed.ids.flatMap(id => known.get(id) ?? []).toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  return {
    title: listed.title,
    note: `${matters.length} 条`,
    head: '日期',
    none: '没有记录。',
    lines: matters.map(matter => ({
      key: matter.id,
      name: matter.name || matter.organization,
      beside: kindWord(matter),
      under: matter.says,
      right: lasts(matter.on),
      late: !matter.closed,
      to: recordPlace(matter.type, matter.id),
    })),
  }
}

/** Whose 年度报告 is not in; a line enters it, or leads to the reports where one was begun. */
function reportListing(reports: SupervisionBoard['reports']): Listing {
  const { year, dueOn, people, without } = reports ?? { year: 0, dueOn: '', people: 0, without: [] }
  return {
    title: '没有交个人有关事项报告',
    note: `${without.length} / ${people} 人`,
    head: '期限',
    none: '应当报告的都交了。',
    lines: without.map(({ id, name, organization, post, recordId }) => ({
      key: id,
      name,
      beside: post,
      under: [organization, recordId !== null ? '已登记，没有交' : '没有登记'].filter(Boolean).join('，'),
      right: dueOn.slice(5),
      late: recordId === null,
      to: recordId !== null ? recordPlace('personalReport', recordId) : annualReportPlace(id, year),
    })),
  }
}

const kindWord = ({ kind }: SupervisionMatter): string => watchedKinds[kind]
