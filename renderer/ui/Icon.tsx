import { type IconName, icons } from './icons.ts'

interface Props {
  readonly name: IconName
  readonly size?: 12 | 14 | 16 | 20 | 28
  /** Only where no words stand beside it. */
  readonly title?: string
  readonly className?: string
}

/** A stroke icon in the colour of the text around it. */
export function Icon({ name, size = 16, title, className }: Props) {
  const strokeWidth = name === 'dots' ? 2 : size <= 12 ? 1.8 : size >= 20 ? 1.2 : 1.4
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      strokeWidth={strokeWidth}
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {icons[name].map(shape =>
        typeof shape === 'string' ? <path key={shape} d={shape} /> : <circle key={shape.join()} cx={shape[0]} cy={shape[1]} r={shape[2]} />,
      )}
    </svg>
  )
}
