import { activity } from '../../shared/domain/activity.ts'
import { choiceOf } from '../../shared/records/cells.ts'
import type { Values } from '../records/drafts.ts'
import { spanIn } from './dates-in-text.ts'
import type { RecognisedSheet } from './recognised.ts'

const labels: readonly (readonly [words: string, fact: string])[] = [
  ['活动名称|培训名称|会议名称|课程名称|班次名称|学习内容|活动主题|培训主题|会议主题|主题|名称', 'activity'],
  ['活动时间|培训时间|会议时间|学习时间|活动日期|时间|日期', 'when'],
  ['培训学时|计学时|学时数|学时', 'hours'],
  ['活动类型|培训类型|会议类型|类型|类别', 'kind'],
  ['活动地点|培训地点|会议地点|地点', 'place'],
  ['主办单位|主办方|组织单位|举办单位|主办', 'organizer'],
  ['主讲人|授课人|主讲', 'lecturer'],
]
const anyLabel = labels.map(([words]) => words).join('|')
const between = new RegExp(`(?=(?:${anyLabel})\\s*[:：])`)
const ofOneActivity = /^(.+?)(?:会议|培训|活动|学习)?(?:人员)?(?:签到表|签到册|签到簿|考勤表|参会人员名单|参训人员名单|参加人员名单)$/

/** What the lines above a sign-in sheet say of the one activity it is for: `活动名称：…　时间：…　学时：…`, or `…签到表`. */
export function activityInTitles(sheet: RecognisedSheet): Values {
  const facts: Values = {}
  for (const part of sheet.titles.flatMap(title => title.split(between))) {
    const found = labels
      .map(([words, fact]) => ({ fact, text: new RegExp(`^(?:${words})\\s*[:：]\\s*(.+)$`).exec(part.trim())?.[1]?.trim() }))
      .find(l => l.text)
    if (found?.text && facts[found.fact] === undefined) facts[found.fact] = found.text
  }
  facts['activity'] ??= sheet.titles.map(title => ofOneActivity.exec(title.trim())?.[1]).find(Boolean)
  const span =
    typeof facts['when'] === 'string'
      ? spanIn(facts['when'], undefined)?.span
      : sheet.titles.map(title => spanIn(title, undefined)?.span).find(s => s && !s.monthOnly)
  const hours = /\d+(?:\.\d+)?/.exec(String(facts['hours'] ?? ''))?.[0]
  return {
    activity: facts['activity'],
    startsOn: span?.from,
    endsOn: span?.until,
    hours: hours === undefined ? undefined : Number(hours),
    place: facts['place'],
    organizer: facts['organizer'],
    lecturer: facts['lecturer'],
    kind: typeof facts['kind'] === 'string' ? choiceOf(activity.fields.kind, facts['kind']) : undefined,
  }
}
