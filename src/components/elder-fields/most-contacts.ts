/** How many people an elder may name who are rung when something happens, as the contract takes them. */
export const mostContacts = 5
