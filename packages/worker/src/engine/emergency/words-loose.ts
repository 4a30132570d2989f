import { words } from './pattern.ts'

/** Weak signs: only three of different kinds together make a rule. Folded, without apostrophes. */
export const present = words(
  'is|are|its|theres|there is|just|started|coming|right now|now|keeps|still|getting|got|has|have|im|were|was',
  'esta|estan|hay|sale|salen|saliendo|acaba|ahora|ahorita|se|ya|sigue|tengo|tenemos|tiene',
  'عم|في|فيه|طالع\\p{L}*|الان|هلا|هلق|دلوقتي|الحين|صار|بلش|قاعد|عندي|عندنا|لسه',
)
export const highReading = words(
  'high|levels?|alert|leak\\w*|symptoms?|exposed|in the (?:house|home|air|building|apartment)|unsafe|dangerous|filling|building up|tested positive|meter|two ?hundred|[0-9]{2,3}',
  'alto|alta|niveles?|alerta|fuga|sintomas|peligro\\w*|en la casa|en el aire|[0-9]{2,3}',
  'عالي|عاليه|مرتفع|نسبه|تسرب|خطر|اعراض|بالبيت|في البيت|[0-9]{2,3}',
)
export const weapon = words(
  'gun|guns|knife|knives|pistol|rifle|machete|weapon|shotgun|firearm|blade|bomb|grenade|axe|crowbar',
  'pistola|cuchillo|arma|navaja|machete|rifle|escopeta|punal|fusca',
  'سكين|سكينه|سلاح|مسدس|رشاش|ساطور|خنجر|مطوه|بندقيه|فرد',
)
export const attacker = words(
  'he|hes|she|shes|man|guy|someone|somebody|husband|boyfriend|wife|girlfriend|ex|customer|patient|neighbor|stranger|they|theyre|dad|father|son|brother|person|people|guys|kid',
  'el|un|una|alguien|hombre|tipo|sujeto|marido|esposo|novio|ex|cliente|paciente|vecino|papa|hijo|hermano|tiene|trae',
  'هو|رجل|شخص|واحد|زوجي|جوزي|ابوي|اخوي|ابني|جارنا|زبون|مريض|شب|حدا|شاب|رجال|معه|معاه',
)
export const tools = words(
  'glue gun|heat gun|nail gun|caulking gun|massage gun|spray gun|grease gun|gun safe|knife block|sharpen\\w*|bath bomb|gun range|top gun|razor blade|fan blade|blades? of',
  'pistola de (?:silicon|calor|clavos|pintura)|caja fuerte',
  'مسدس (?:شمع|حراره|دهان)',
)
export const heatThing = words(
  'heat|heater|heating|furnace|boiler|radiators?|thermostat|heat pump',
  'calefaccion|calefactor|caldera|calenton|boiler|calentador|radiador\\w*|estufa',
  'تدفيه|دفايه|صوبيا|صوبه|شوفاج|هيتر|بويلر|مدفاه|سخان',
)
export const bitterCold = words(
  'freezing|frozen|so cold|very cold|really cold|ice cold|too cold|bitter|shivering|[1-5][0-9] degrees|below zero|snow\\w*|minus|teeth (?:are )?chattering|cold as ice|blankets|coats',
  'helad\\w*|congel\\w*|mucho frio|muchisimo frio|frio|tirita\\w*|temblando|bajo cero|nieve|nevando|cobijas',
  'برد|بارد|متجمد|ثلج|تلج|يرجف|ترجف|نرجف|صقيع|سقعه|بردان|بردانه|بطانيات',
)
export const brokenNow = words(
  'out|off|broke|broken|dead|died|down|quit|stopped|failed|not working|isnt working|doesnt work|wont|no|without|went|cold air|nothing|hasnt',
  'no|sin|roto|rota|descompu\\w*|apag\\w*|averi\\w*|muert\\w*|fallo|dejo de|murio',
  'معطل|خرب|واقف|طافي|ما|مش|مو|بدون|بلا|مافي|مفيش|توقف|عطلان|باظ|بايظ|انقطع|مقطوع|تعطل|وقف',
)
