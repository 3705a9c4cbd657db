/** The last of a list; undefined where it is empty. What lists do by themselves, `.at(-1)`, phones of a few years ago cannot. */
export const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1]
