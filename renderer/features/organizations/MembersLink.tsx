import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { Button } from '../../ui/Button.tsx'

interface Props {
  readonly id: string
  readonly members: number
  readonly kind?: 'link' | 'button'
}

/** 386 人: the list of those people, with the organization chosen for every screen. */
export function MembersLink({ id, members, kind = 'link' }: Props) {
  const { setOrganization } = useScope()
  const open = () => {
    setOrganization(id)
    navigate('/people')
  }
  return kind === 'button' ? (
    <Button icon="users" onClick={open}>
      看人员
    </Button>
  ) : (
    <button type="button" className="link" title="看这些人，并以此组织为当前组织" onClick={open}>
      {members} 人
    </button>
  )
}
