import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

/** While a ballot is on its way, or where it cannot be had. */
export const BallotLoading = ({ error }: { readonly error: unknown }) => (
  <div className="page" style={{ paddingTop: 16 }}>
    <ErrorBanner
      error={error}
      action={
        <Button small href="#/ballots">
          回到测评列表
        </Button>
      }
    />
  </div>
)
