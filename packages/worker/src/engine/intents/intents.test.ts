import { describe, expect, test } from 'vitest'
import { detectBuiltIn, detectSmallTalk } from './index.ts'

describe('requests that cannot be switched off', () => {
  test.each([
    ...[
      'Are you a robot?', 'are u a bot', 'am I talking to a bot', 'is this a real person?', 'are you human', 'r u a rebot', 'is this an ai', 'Is this a chatbot?', 'so you are a machine right',
      'am i speaking with a real human', 'are you real', 'Are you an AI or a person?', 'you a bot?',
      '¿Eres un robot?', 'eres una persona', 'es usted un robot', 'estoy hablando con una máquina?', 'hablo con una persona real?', 'eres humano o robot', 'esto es un bot?',
      'هل أنت روبوت؟', 'انت روبوت', 'هل انت انسان', 'هل أتحدث مع روبوت؟', 'هل هذا ذكاء اصطناعي', 'هل أنت إنسان حقيقي؟',
    ].map((text) => [text, 'robot']),
    ...[
      'A person, please', 'I want to talk to a human', 'can i speak to someone', 'let me talk to a real person', 'agent', 'operator please', 'connect me with a representative', 'i need to speek to a preson',
      'Can I talk to the owner?', 'get me a human', 'put me through to a person', 'I would like to speak with an agent now', 'transfer me to a real person', 'no bots, i want a human', 'Human please',
      'quiero hablar con una persona', 'Quisiera hablar con alguien', 'una persona por favor', 'páseme con un agente', 'necesito un humano', 'comuníqueme con un representante', 'puedo hablar con una persona real?', 'quiero ablar con una pesona',
      'أريد التحدث مع شخص', 'أريد أن أتحدث مع موظف', 'حولني إلى موظف', 'اريد شخصا حقيقيا', 'موظف من فضلك', 'ممكن اتكلم مع إنسان', 'أريد التحدث إلى خدمة العملاء', 'بدي احكي مع شخص',
    ].map((text) => [text, 'person']),
    ...['STOP', 'stop texting me', 'unsubscribe', 'please stop calling me', 'remove me from your list', 'Baja', 'no me llamen más', 'dejen de enviarme mensajes', 'إلغاء الاشتراك', 'لا تراسلوني'].map((text) => [text, 'opt-out']),
  ])('%s is %s', (text, intent) => {
    expect(detectBuiltIn(text)?.intent).toBe(intent)
  })

  test.each([
    'do you fix robot vacuums?', 'how many persons are in your team?', 'how much per person', 'do I need to be home or can another person let you in?', 'is the price per person?', 'are you open today',
    'Is a person required to sign?', 'Do you have a machine that cleans ducts?', 'are you a licensed company', 'can someone come on Sunday?', 'are you real estate agents?', 'I need a person to fix my AC', 'can you stop the leak?', 'will you call me before you come?',
    'is there a bus stop nearby', 'Do you have an agent in Mesa?', 'How do I stop my AC from freezing?', 'can I email you', 'who is the owner', "don't call before 9", 'is this a maintenance program', 'is it a real deal', 'do you have real people reviews',
    '¿cuántas personas trabajan ahí?', '¿arreglan robots aspiradores?', '¿es una persona la que viene?', '¿hacen una parada en Mesa?', 'no me funciona el aire', '¿Es un programa de mantenimiento anual?',
    'كم شخص يعمل لديكم؟', 'هل تصلحون الروبوتات؟', 'هل السعر لكل شخص', 'هل يجب ان يكون شخص في البيت', 'كم سعر الصيانة؟', 'هل انت مفتوح اليوم', '', '🤖', 'x',
  ])('“%s” is none of them', (text) => {
    expect(detectBuiltIn(text)).toBeNull()
  })
})

describe('small talk', () => {
  test.each([
    ['Hi', 'greeting'], ['hello there!', 'greeting'], ['Good morning', 'greeting'], ['hola, buenas tardes', 'greeting'], ['السلام عليكم', 'greeting'], ['مرحبا', 'greeting'],
    ['thanks!', 'thanks'], ['ok thank you so much', 'thanks'], ['muchas gracias', 'thanks'], ['شكرا جزيلا', 'thanks'],
    ['bye', 'bye'], ['hasta luego', 'bye'], ['مع السلامة', 'bye'],
  ])('%s is %s', (text, kind) => {
    expect(detectSmallTalk(text)).toBe(kind)
  })
  test.each(['Hi, how much is a tune-up?', 'thanks, and on Sundays?', 'hola, ¿cuánto cuesta?', 'مرحبا كم السعر', 'good', '', 'high efficiency furnace'])('“%s” is not small talk alone', (text) => {
    expect(detectSmallTalk(text)).toBeNull()
  })
})
