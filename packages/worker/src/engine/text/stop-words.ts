import { fold } from './fold.ts'

const LISTS: Readonly<Record<string, string>> = {
  en: `a an the and or but if so than then that this these those there here of to in on at by for from with without about into
    over under up down out off as is are was were be been being am do does did doing done have has had having will would shall
    should can could may might must i me my mine myself you your yours yourself u ur we us our ours he him his she her hers it its
    they them their theirs who whom whose which what when where why how not no nor any some all each every both few more most other
    such only own same too very just also please thanks thank hi hello hey ok okay yes well let lets get got i'm i'd i'll i've it's
    don't doesn't didn't can't won't isn't aren't you're we're they're what's that's there's who's where's how's im id ill ive dont
    cant whats thats hows wheres tell know want need like much many`,
  es: `el la los las un una unos unas lo al del de a ante con contra desde en entre hacia hasta para por segun sin sobre tras y e o u
    ni que si no pero mas como cuando donde adonde cual cuales quien quienes cuanto cuanta cuantos cuantas porque pues tambien ya muy
    mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro yo me te se nos os le les ello ella ellos ellas el usted ustedes
    nosotros vosotros este esta estos estas ese esa esos esas aquel aquella eso esto aqui ahi alli hay ser es son soy eres somos era
    fue fueron sea estar esta estan estoy estamos estaba haber ha han he hemos habia tener tiene tienen tengo tenemos hacer hace hacen
    hago puede pueden puedo podria podrian quiero quisiera quieren necesito saber favor gracias hola buenas buenos ok vale algun
    alguna algo todo toda todos todas otro otra mucho poco tan asi solo cada tal q xq`,
  ar: `من في على الى إلى عن مع هذا هذه هذي هاد هاي ذلك تلك التي الذي الذين اللي يلي ما ماذا ماهو ماهي هل كم كيف متى اين أين وين ليش لماذا ايش
    شو ايه إيه مين من أن إن ان انه انها إنه أنه كان كانت يكون تكون هو هي هم نحن انا أنا انت أنت انتم لي لك له لها لنا لكم عندي عندك عندكم
    عندنا لدي لديك لديكم لدينا و او أو ثم لا لم لن ليس قد كل بعض اي أي غير بين بعد قبل عند حتى اذا إذا لو ممكن يمكن يمكنني يمكنك هناك هنا
    فقط ايضا أيضا جدا يا مرحبا اهلا أهلا سلام السلام عليكم شكرا لو سمحت رجاء اريد أريد بدي بدنا عايز عاوز ابغى أبغى حابب تبع تبعي تبعت
    مش مو ب ل ف ك بس لسا هلا اللى`,
  fr: `le la les un une des de du au aux et ou où à en dans sur pour par avec sans que qui quoi est sont je tu il elle nous vous ils
    ce cette ces mon ma mes votre vos notre se ne pas plus quand comment combien`,
  pt: `o a os as um uma de do da dos das em no na nos nas e ou para por com sem que quem é são eu você ele ela nós se não mais como
    quando quanto onde`,
  de: `der die das ein eine und oder in im an am auf für von mit zu zum zur ist sind ich du er sie es wir ihr nicht wie wann wo was wer`,
}

const SETS = new Map(
  Object.entries(LISTS).map(([lang, list]) => [lang, new Set(list.split(/\s+/u).map((word) => fold(word)))]),
)

/** Whether a word (in any spelling) says nothing about the subject. Languages without a list have no stop words. */
export function isStopWord(term: string, lang: string): boolean {
  const set = SETS.get(lang)
  return set !== undefined && set.has(fold(term))
}

/** As `isStopWord`, for words already folded; an Arabic text may hold English words and the other way round. */
export function isFoldedStopWord(word: string, lang: string): boolean {
  return SETS.get(lang)?.has(word) === true || (lang !== 'ar' && SETS.get('ar')?.has(word) === true)
}
