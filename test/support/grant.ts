import { portsAt } from '../../build/demo/office.ts'
import type { WriteScope } from '../../main/app/scopes.ts'
import { Lobby } from '../../main/lobby/lobby.ts'
import { user as userType } from '../../shared/domain/user.ts'
import type { SecretClass } from '../../shared/records/secrecy.ts'

interface Whose {
  /** The folder of an office that nobody has open. */
  readonly office: string
  readonly user: string
  readonly password: string
  readonly cost: number
}

/** 监督资料 granted as 安全保密管理员 would, without the entries of three people that it takes. */
export async function grantTo({ office, user, password, cost }: Whose, grants: readonly SecretClass[]): Promise<void> {
  const lobby = new Lobby(portsAt({ now: () => '2026-11-23T02:00:00.000Z', today: () => '2026-11-23' }), { home: null, cost })
  lobby.choose(office)
  const open = await lobby.unlock({ user, password })
  const who = { actor: '保密员', role: 'security', whole: true, office: { name: open.name, preset: open.preset } } as const
  const work = async ({ db, store }: WriteScope) => {
    const { id } = await db.selectFrom('user').select('id').where('name', '=', user).executeTakeFirstOrThrow()
    store.update(userType, store.get(userType, id), { grants })
  }
  await open.office.write(who, 'users.grant', work, () => undefined)
  await open.office.close()
  open.release()
}
