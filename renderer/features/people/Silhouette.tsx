import { Icon } from '../../ui/Icon.tsx'

/** Where a photograph would be. */
export const Silhouette = ({ large = false }: { readonly large?: boolean }) => (
  <span className={large ? 'silhouette large' : 'silhouette'} aria-hidden>
    <Icon name="photo" size={large ? 28 : 20} />
  </span>
)
