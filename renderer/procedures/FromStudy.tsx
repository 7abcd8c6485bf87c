import { useQuery } from '../api/hooks.ts'
import type { RecordFormState } from '../records/use-record-form.ts'
import { Button } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { useSay } from '../ui/Snackbar.tsx'

interface Props {
  readonly personId: string
  readonly form: RecordFormState
}

/** The classes that the study records have of this person: days, place and hours are taken over instead of typed. */
export function FromStudy({ personId, form }: Props) {
  const say = useSay()
  const { data } = useQuery('case.studied', { personId })
  if (!data) return null
  if (data.length === 0) return <p className="t12 ink-3">“活动与签到”里登记过培训的，可以直接取日期和学时；这个人还没有。</p>
  return (
    <ul className="case-ballots">
      {data.map(({ id, name, startsOn, endsOn, place, hours }) => (
        <li key={id} className="row t13">
          <Link to={`/activities/${id}`} className="link ellipsis" title={name}>
            {name}
          </Link>
          <span className="t12 ink-3">
            {startsOn} 至 {endsOn}，{hours} 学时
          </span>
          <span className="space" />
          <Button
            small
            icon="book"
            onClick={() => {
              for (const [key, value] of Object.entries({ startedOn: startsOn, doneOn: endsOn, hours, place: place ? `${name}（${place}）` : name }))
                form.set(key, value)
              say(`已取“${name}”的日期和学时，还没有保存`)
            }}
          >
            取学时
          </Button>
        </li>
      ))}
    </ul>
  )
}
