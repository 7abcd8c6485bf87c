import type { Development, Relative } from '../../../shared/forms/development/facts.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'

type Background = Pick<Development, 'workingSince' | 'resume' | 'rewards' | 'relatives'>

/** What 干部信息 already has of these people, by person, in the words of the forms: nobody types it a second time for a case. */
export async function cadreBackgrounds(db: ReadScope['db'], personIds: readonly string[]): Promise<ReadonlyMap<string, Background>> {
  const cadres = await db
    .selectFrom('cadre')
    .select(['id', 'personId', 'startedWork'])
    .where(among('personId', personIds))
    .where('voidedAt', 'is', null)
    .execute()
  const ids = cadres.map(({ id }) => id)
  const resumes = await db.selectFrom('resumePeriod').selectAll().where(among('cadreId', ids)).orderBy('number').execute()
  const families = await db.selectFrom('familyMember').selectAll().where(among('cadreId', ids)).orderBy('number').execute()
  const rewards = await db.selectFrom('reward').selectAll().where(among('cadreId', ids)).orderBy('number').execute()
  return new Map(
    cadres.map(({ id, personId, startedWork }) => [
      personId,
      {
        workingSince: dotted(startedWork),
        resume: resumes
          .filter(({ cadreId }) => cadreId === id)
          .map(({ since, until, content }) => `${dotted(since)}—${dotted(until)} ${content.replaceAll(/\s+/g, '')}`)
          .join('\n'),
        rewards: rewards
          .filter(({ cadreId }) => cadreId === id)
          .map(({ content }) => content)
          .join('；'),
        relatives: families
          .filter(({ cadreId }) => cadreId === id)
          .map(({ relation, name, born, politics, work }) => ({
            ...unasked,
            relation,
            name,
            bornOn: dotted(born),
            politics: politics ?? '',
            workPost: work ?? '',
          })),
      },
    ]),
  )
}

const dotted = (month: string | null): string => month?.slice(0, 7).replace('-', '.') ?? ''

/** Of a relative about whom nothing has been written yet. */
const unasked = { circle: 'family', askedOf: '', letter: '', sentOn: '', answeredOn: '', finding: '' } as const satisfies Partial<Relative>
