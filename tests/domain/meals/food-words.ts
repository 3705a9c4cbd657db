import { DietWords } from '../../../cloudfunctions/_domain/meals/diets'
import allergens from '../../../cloudfunctions/_policies/allergens.json'
import diets from '../../../cloudfunctions/_policies/diets.json'

/** What ships: which words say what of dishes. */
export const foodWords = { allergens, diets: DietWords.parse(diets) }
