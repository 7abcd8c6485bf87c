import { z } from 'zod'
import type { FormName } from '../../api/forms.ts'
import { defineForm } from '../form.ts'
import { longDay } from '../text.ts'
import type { WrittenDocument } from '../written.ts'
import { notice, noticePaper, noticeTitle, sentences, signedBy } from '../written-notice.ts'
import { dayOf } from '../case-facts.ts'
import { type Development, developmentProps } from './facts.ts'
import { introduced } from '../introduced.ts'
import { written } from '../parts.ts'
import { guess, heard, period, posted } from '../posted.ts'

const posting = posted.extend({
  cases: developmentProps.shape.cases,
  /** Who posts it and hears what people say. */
  signer: z.string(),
})
export type Notice = z.infer<typeof posting>

export const noticeProps = z.object({ watermark: z.string().nullable(), notices: z.array(posting) })
export type NoticeProps = z.infer<typeof noticeProps>

interface Words {
  readonly name: FormName & ('candidateNotice' | 'admissionNotice' | 'conversionNotice')
  readonly label: string
  readonly description: string
  readonly title: string
  /** Why it is posted: one sentence. */
  opening(of: Notice): string
  /** What is said of each besides who they are. */
  about(of: Development): readonly string[]
}

const names = (of: readonly { readonly name: string }[]): string => of.map(({ name }) => name).join('、')
/** 沈听澜、霍景和等 2 名同志; one is named alone. */
const persons = ({ cases }: Notice): string => (cases.length === 1 ? `${names(cases)}同志` : `${names(cases)} ${cases.length} 名同志`)
const dated = (day: string, words: string): readonly string[] => (day === '' ? [] : [`${longDay(day)}${words}`])

function documentOf({ title, opening, about }: Words, of: Notice): WrittenDocument {
  const { cases, place, phone, signer, startsOn } = of
  const line = '＿'.repeat(10)
  const branches = new Set(cases.map(({ branch }) => branch))
  const each = cases.map(one => [introduced(one), ...(branches.size > 1 ? [`所在党支部${one.branch}`] : []), ...about(one)].filter(Boolean).join('，') + '。')
  return notice(
    noticeTitle(title),
    guess(of),
    sentences(
      opening(of),
      ...each,
      `公示时间：${period(of)}。`,
      ...(place === '' ? [] : [`公示范围：${place}。`]),
      heard('党员和群众', '信函、电话和来访', signer),
      `受理单位：${signer}`,
      `联系电话：${phone || line}`,
    ),
    signedBy(signer, startsOn),
  )
}

const noticeForm = (words: Words) =>
  defineForm({
    name: words.name,
    label: words.label,
    description: words.description,
    serves: ['M014', 'M107'],
    paper: noticePaper,
    needs: ['case', 'posted'],
    watermark: false,
    unit: '张',
    preview: 5,
    batch: 500,
    props: noticeProps,
    written: ({ notices }) => notices.map(one => documentOf(words, one)),
  })

const clauseOf = ({ cases }: Notice, step: string): string => cases.find(({ clauses }) => clauses[step] !== undefined)?.clauses[step] ?? cases[0]?.rules ?? ''

/** Under the rules of 2014 the upper committee was told; under those of 2026 it agrees. */
const byNew = ({ cases }: Notice): boolean => cases.every(({ clauses }) => clauses['candidateNotice'] !== undefined)

/** 拟列发展对象公示 */
export const candidateNotice = noticeForm({
  name: 'candidateNotice',
  label: '发展对象公示',
  description: '一人或几人合成一张：基本情况、培养经过、公示时间（按工作日推算）、受理单位和电话。',
  title: '关于拟列为发展对象的公示',
  opening: of =>
    `根据${clauseOf(of, 'candidateNotice')}，经党支部委员会会议研究讨论并报上级党委${byNew(of) ? '同意' : '备案'}，拟将${persons(of)}列为发展对象，现将有关情况予以公示。`,
  about: of => [
    ...dated(dayOf(of, 'application'), '递交入党申请书'),
    ...dated(dayOf(of, 'recommendation'), '确定为入党积极分子'),
    ...(of.contacts.length === 0 ? [] : [`培养联系人${names(of.contacts)}`]),
  ],
})

/** 拟接收预备党员公示, where an office asks for one of its own. */
export const admissionNotice = noticeForm({
  name: 'admissionNotice',
  label: '拟接收预备党员公示',
  description: '本单位另设这次公示的用：一人或几人合成一张，公示时间按工作日推算。国家细则没有要求。',
  title: '关于拟接收预备党员的公示',
  opening: of => `按照本单位发展党员公示制度，经党支部委员会审查和上级党委预审，拟接收${persons(of)}为中共预备党员，现将有关情况予以公示。`,
  about: of => [
    ...dated(dayOf(of, 'application'), '递交入党申请书'),
    ...dated(dayOf(of, 'recommendation'), '确定为入党积极分子'),
    ...dated(dayOf(of, 'candidate'), '列为发展对象'),
    ...(of.sponsors.length === 0 ? [] : [`入党介绍人${names(of.sponsors)}`]),
  ],
})

/** 拟转正公示 */
export const conversionNotice = noticeForm({
  name: 'conversionNotice',
  label: '预备党员转正公示',
  description: '本单位另设这次公示的用：一人或几人合成一张，公示时间按工作日推算。国家细则没有要求。',
  title: '关于预备党员拟转正的公示',
  opening: of => `按照本单位发展党员公示制度，经党支部委员会审查，拟将${persons(of)}转为中共正式党员提交支部党员大会讨论，现将有关情况予以公示。`,
  about: of => [
    ...dated(dayOf(of, 'meeting'), '被接收为中共预备党员'),
    ...(of.prolongedTo === '' ? [] : [`预备期延长至${written(of.prolongedTo)}`]),
    ...dated(dayOf(of, 'conversionApplication'), '提出转正申请'),
    ...(of.sponsors.length === 0 ? [] : [`入党介绍人${names(of.sponsors)}`]),
  ],
})
