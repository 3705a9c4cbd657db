/** The name under which a meal is kept that is being chosen; whoever books it forgets it. */
export const mealDraft = 'meal'
