# Hears what the grammar on the first line of input allows, and nothing else: a test recogniser, English only.
# Lines of JSON: {"sentences": [[spoken, written], ...], "slots": "..."} first, then {"id": n, "pcm": base64 of 16 kHz mono}.

import audioop, base64, json, random, struct, sys
from pocketsphinx import Config, Decoder, get_model_path

def say(reply):
    sys.stdout.write(json.dumps(reply) + "\n")
    sys.stdout.flush()

decoder = Decoder(Config(hmm=get_model_path("en-us/en-us"), dict=get_model_path("en-us/cmudict-en-us.dict"), lm=None, loglevel="FATAL"))
setup = json.loads(sys.stdin.readline())
known = lambda phrase: all(decoder.lookup_word(word) is not None for word in phrase.split())
written = {spoken: text for spoken, text in setup["sentences"] if known(spoken)}
slots = [rule for rule in setup["slots"] if known(" ".join(rule["words"]))]
rules = "".join("<%s> = (%s)%s;\n" % (rule["name"], " | ".join(rule["words"]), rule["times"]) for rule in slots)
public = " | ".join(list(written) + [rule["rule"] for rule in slots])
decoder.add_jsgf_string("desk", "#JSGF V1.0;\ngrammar desk;\n%spublic <said> = %s;\n" % (rules, public))
decoder.activate_search("desk")
say({"ready": len(written)})

noise = random.Random(1)
def faint(seconds):
    return b"".join(struct.pack("<h", noise.randint(-24, 24)) for _ in range(int(16000 * seconds)))
before, after, hiss = faint(0.3), faint(0.5), faint(30)

for line in sys.stdin:
    job = json.loads(line)
    pcm = base64.b64decode(job["pcm"])
    pcm = pcm[: min(len(pcm), len(hiss)) // 2 * 2]
    # Pure digital silence misleads it more than any noise does.
    loud = audioop.add(pcm, hiss[: len(pcm)], 2)
    decoder.start_utt()
    decoder.process_raw(before + loud + after, full_utt=True)
    decoder.end_utt()
    hyp = decoder.hyp()
    spoken = hyp.hypstr if hyp is not None else ""
    say({"id": job["id"], "text": written.get(spoken, spoken)})
