import type { FormParams } from '../../../shared/api/forms.ts'
import { admissionNotice, candidateNotice, conversionNotice, type Notice, type NoticeProps } from '../../../shared/forms/development/notices.ts'
import type { DeclaredForm } from '../../../shared/forms/form.ts'
import { caseGround } from '../../procedures/read.ts'
import { developmentsOf } from './development.ts'
import { engine, type Gathered, type GatherScope } from './engine.ts'
import { postedOf } from './posted.ts'

type Found = Awaited<ReturnType<typeof developmentsOf>>

/** 公示: the cases that are posted together stand on one sheet. Without a first day, on file or asked for, the days are left to the pen. */
const noticeEngine = (form: DeclaredForm<NoticeProps>) =>
  engine(form, async (scope: GatherScope, params: FormParams): Promise<Gathered<NoticeProps>> => {
    const found = await developmentsOf(scope, params, { from: 0, size: Infinity })
    const ground = await caseGround(scope)
    const each = found.list.map(one => ({ ...one, posted: postedOf(one.found, form.name, params.startsOn, ground) }))
    const sheets = Map.groupBy(each, ({ posted }) => JSON.stringify(posted))
    const notices = [...sheets.values()].flatMap((together): Notice[] => {
      const [first] = together
      if (!first) return []
      const signer = signerOf(together, found.bodies)
      return [{ ...first.posted, cases: together.map(({ facts }) => facts), phone: first.posted.phone || signer.phone, signer: signer.name }]
    })
    return { props: { watermark: scope.watermark, notices }, shown: notices.length, total: notices.length, about: found.about }
  })

/** Whoever all of them are under: their branch, or the nearest body above their branches. */
function signerOf(together: Found['list'], bodies: Found['bodies']): { readonly name: string; readonly phone: string } {
  const chains = together.map(({ found }) => {
    const chain: string[] = []
    for (let body = bodies.get(found.case.record.organizationId); body && !chain.includes(body.id); body = bodies.get(body.parentId ?? '')) chain.push(body.id)
    return chain
  })
  const shared = chains[0]?.find(id => chains.every(chain => chain.includes(id)))
  const body = bodies.get(shared ?? '')
  return { name: body?.name ?? '', phone: body?.phone ?? '' }
}

export const noticeEngines = {
  candidateNotice: noticeEngine(candidateNotice),
  admissionNotice: noticeEngine(admissionNotice),
  conversionNotice: noticeEngine(conversionNotice),
} as const
