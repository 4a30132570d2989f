import { mended } from './vocabulary.ts'

/** Slips of thumbs and recognisers in words that decide, mended before matching. */
const slips: [RegExp, string][] = [
  [/\b(?:smel|smeel|semll|smlel|smelll|sme ll|smellin|smll)\b/g, 'smell'], [/\b(?:smels|smeels|smellls)\b/g, 'smells'], [/\b(?:gass|gaz|gaas|gsa)\b/g, 'gas'],
  [/\b(?:fier|fir3|fiire|firee)\b/g, 'fire'], [/\b(?:smok|smoek|somke|smokee)\b/g, 'smoke'], [/\b(?:sparkng|sparkin|sparcking|spraking)\b/g, 'sparking'],
  [/\b(?:leek|leeking|leakng|leakin|laeking|leakking)\b/g, 'leaking'], [/\b(?:brust|busrt|burts|bursted|birst)\b/g, 'burst'], [/\b(?:flodding|floding|floodin|fllooding|flooidng)\b/g, 'flooding'],
  [/\b(?:watr|wtaer|wather|waterr)\b/g, 'water'], [/\b(?:evrywhere|everwhere|everywere|eveywhere|evreywhere)\b/g, 'everywhere'], [/\b(?:monoxyde|monoxid|monixide|minoxide|monxide|manoxide)\b/g, 'monoxide'],
  [/\b(?:carbn|carbom|cabon|corbon)\b/g, 'carbon'], [/\b(?:detecter|detectr|dectector|detecor)\b/g, 'detector'], [/\b(?:alram|alarn|alrm|allarm)\b/g, 'alarm'],
  [/\b(?:breth|breethe|breahte|braethe|brethe)\b/g, 'breathe'], [/\b(?:brething|breating|breahting|breathin)\b/g, 'breathing'], [/\b(?:bleding|bleedin|bleedng|bleading|beeding)\b/g, 'bleeding'],
  [/\b(?:unconcious|unconsious|uncontious|unconsicous|unconshus)\b/g, 'unconscious'], [/\b(?:colapsed|collasped|collapsd|colapse|collaps)\b/g, 'collapsed'], [/\b(?:siezure|seisure|seizur|seazure)\b/g, 'seizure'],
  [/\b(?:electricuted|electrocuded|electricity shocked|elecrocuted|electrocuteed|electrucuted)\b/g, 'electrocuted'], [/\b(?:suiside|sucide|suicde|suiciddal|sucidal)\b/g, 'suicidal'],
  [/\b(?:furnance|furnece|furnac|furnas)\b/g, 'furnace'], [/\b(?:heeter|heatr|haeter)\b/g, 'heater'], [/\b(?:frezing|freezin|freezng|freazing)\b/g, 'freezing'], [/\b(?:outlit|oulet|outelt|outlt)\b/g, 'outlet'],
  [/\b(?:toth|tooht|toooth|thooth)\b/g, 'tooth'], [/\b(?:knoked|knocke|nocked|knockd)\b/g, 'knocked'], [/\b(?:swolen|swollin|swoolen|sowllen)\b/g, 'swollen'], [/\b(?:ceilling|cieling|celing|sealing)\b/g, 'ceiling'],
  [/\b(?:sewege|sewerage|suage|sewadge)\b/g, 'sewage'], [/\b(?:iam)\b/g, 'im'], [/\bcan t\b/g, 'cant'], [/\bwon t\b/g, 'wont'], [/\bdon t\b/g, 'dont'], [/\bi m\b/g, 'im'], [/\bthere s\b/g, 'theres'], [/\b(he|she|it|that|what) s\b/g, '$1s'],
  [/\b(?:cannt|canot|cnat|kant)\b/g, 'cant'], [/\b(?:wnat|wan|wnt) to (die|kill)\b/g, 'want to $1'], [/\bmy self\b/g, 'myself'], [/\b(?:chocking|chokng)\b/g, 'choking'], [/\b(?:stabed|stabd)\b/g, 'stabbed'],
  [/\b(?:guele|uele|huelle|wele|ule|juele)\b/g, 'huele'], [/\b(?:jumo|umo)\b/g, 'humo'], [/\b(?:insendio|incendo|inzendio)\b/g, 'incendio'], [/\b(?:inundo|innundo|inhundo)\b/g, 'inundo'], [/\b(?:resp?irar|repirar|rrespirar|respitar)\b/g, 'respirar'],
  [/\b(?:rebento|rebiento|rreventó|rrevento|revento)\b/g, 'revento'], [/\b(?:ay) (fuego|humo|fuga|un|una|agua)\b/g, 'hay $1'], [/\b(?:chizpas|xispas|chispaz)\b/g, 'chispas'], [/\b(?:monoxito|monosido|monoccido)\b/g, 'monoxido'],
  [/\b(?:desmallo|desmalló|dezmayo)\b/g, 'desmayo'], [/\b(?:calefacion|calefaxion|calefasion|calefacccion|calefación)\b/g, 'calefaccion'], [/\b(?:vevé|veve|bebesito|bebito|bebita|bb)\b/g, 'bebe'], [/\b(?:zangre|sange)\b/g, 'sangre'],
  [/\b(?:q|k) (?=\w)/g, 'que '], [/\b(?:toi|toy)\b/g, 'estoy'], [/\besta?n? (?=salindo)/g, 'esta '], [/\bsalindo\b/g, 'saliendo'], [/\bpues\b/g, ''],
]

export function spelled(text: string): string {
  const known = slips.reduce((out, [slip, right]) => out.replace(slip, right), text)
  return known.split(/\s+/).map(mended).join(' ').trim()
}
