import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { defaultBlanks, signIn, type SignInProps } from '../../../shared/forms/sign-in.ts'
import { hoursText, longSpan } from '../../../shared/forms/text.ts'
import { engine, type Gathered, type GatherScope } from './engine.ts'
import { activityOfForm } from './params.ts'
import { placesOf } from './people.ts'

async function gather({ db, watermark }: GatherScope, params: FormParams): Promise<Gathered<SignInProps>> {
  const id = activityOfForm(params)
  const activity = await db
    .selectFrom('activity as a')
    .leftJoin('organization as o', 'o.id', 'a.organizationId')
    .select(['a.name', 'a.place', 'a.organizer', 'o.name as organization', 'a.startsOn', 'a.endsOn', 'a.hours', 'a.voidedAt'])
    .where('a.id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (!activity) throw new AppError('record.notFound', { label: '学习活动' })
  if (activity.voidedAt) throw new AppError('record.voided', { label: '学习活动' })
  const places = await placesOf(db)
  const expected = await db
    .selectFrom('attendance as l')
    .innerJoin('person as p', 'p.id', 'l.personId')
    .select(['p.name', 'p.organizationId'])
    .where('l.activityId', '=', id)
    .where('l.state', '<>', 'excused')
    .orderBy('p.nameOrder')
    .orderBy('p.id')
    .execute()
  const orderOf = (organizationId: string | null) => (organizationId === null ? Infinity : (places.get(organizationId)?.order ?? Infinity))
  const names = expected.toSorted((a, b) => compare(orderOf(a.organizationId), orderOf(b.organizationId))).map(person => person.name)
  return {
    props: {
      watermark,
      title: activity.name,
      span: longSpan(activity.startsOn, activity.endsOn),
      place: activity.place ?? '',
      organizer: activity.organization ?? activity.organizer ?? '',
      hours: `${hoursText(activity.hours)} 学时`,
      names,
      blanks: params.blankRows ?? defaultBlanks(names.length),
    },
    shown: names.length,
    total: names.length,
    about: activity.name,
  }
}

/** Infinity less Infinity is no number. */
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)

export const signInEngine = engine(signIn, gather)
