/** Style sheets are bundled by the build; importing one brings no names. */
declare module '*.css' {}
