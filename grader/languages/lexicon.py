"""Word lists of Indonesian as civil servants write it: formal, informal, and mixed with English.

Each list says only what the stemmer and the tokenizer cannot know. Keys and values are in lower case.
"""

from __future__ import annotations

from typing import Final

ABBREVIATIONS: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in """
    ama=sama aja=saja adl=adalah ato=atau bgt=banget bhw=bahwa blm=belum bnyk=banyak bs=bisa byk=banyak
    dgn=dengan dg=dengan dlm=dalam dpt=dapat dr=dari drpd=daripada emang=memang enggak=tidak engga=tidak ga=tidak
    gak=tidak gk=tidak gitu=begitu gtu=begitu gue=saya gw=saya hrs=harus jd=jadi jg=juga kalo=kalau karna=karena
    klo=kalau kl=kalau kpd=kepada krn=karena kyk=seperti kayak=seperti lg=lagi msh=masih mrk=mereka ndak=tidak
    ngga=tidak nggak=tidak org=orang pd=pada pake=pakai sblm=sebelum sbg=sebagai sdh=sudah shg=sehingga skrg=sekarang
    sm=sama smua=semua spt=seperti spy=supaya sy=saya tak=tidak tdk=tidak tp=tapi tpi=tapi trs=terus trus=terus
    tsb=tersebut thd=terhadap thdp=terhadap udah=sudah udh=sudah utk=untuk yg=yang
    """.split()
)
"""Abbreviations and colloquial forms, spelt out."""

SPELLINGS: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in """
    aktifitas=aktivitas analisa=analisis colaboration=collaboration colaborative=collaborative efektifitas=efektivitas
    goverment=government governement=government govermence=governance govermance=governance governence=governance
    ijin=izin kwalitas=kualitas praktek=praktik resiko=risiko sectoral=sektoral sinergitas=sinergi sistim=sistem
    standarisasi=standardisasi tehnis=teknis tehnologi=teknologi
    """.split()
)
"""Frequent misspellings, and the spelling that a rubric uses."""

LEMMAS: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in """
    bagian=bagian bagian-bagian=bagian bersama=bersama bersama-sama=bersama bekerjasama=kerjasama
    berkepentingan=kepentingan kebersamaan=bersama kebijakan=kebijakan kepemimpinan=pimpin kepentingan=kepentingan
    kerjasama=kerjasama kesamaan=kesamaan memimpin=pimpin menuju=tuju menunjang=tunjang
    pemerintah=pemerintah pemerintahan=pemerintah
    pendapat=pendapat pendapatan=pendapatan pendekatan=pendekatan penerapan=terap pengaruh=pengaruh memengaruhi=pengaruh
    mempengaruhi=pengaruh berpengaruh=pengaruh dipengaruhi=pengaruh peran=peran berperan=peran perangkat=perangkat
    sebagian=sebagian sesuai=sesuai menyesuaikan=sesuai penyesuaian=sesuai tertanggung=tanggung kekuasaan=kuasa
    tanggungjawab=tanggungjawab bertanggungjawab=tanggungjawab pertanggungjawaban=tanggungjawab
    pemda=pemda swasta=swasta kabupaten=kabupaten kesehatan=kesehatan pendidikan=pendidikan perusahaan=perusahaan
    perikanan=perikanan pertanian=pertanian kementerian=kementerian kepercayaan=percaya mempercayai=percaya
    beragam=ragam beranekaragam=ragam dinilai=nilai efektivitas=efektif keberagaman=ragam keragaman=ragam
    keterbukaan=terbuka keterlibatan=libat keterpaduan=padu kreativitas=kreatif memakai=pakai memperoleh=peroleh
    menilai=nilai pemakaian=pakai produktivitas=produktif terbuka=terbuka
    """.split()
)
"""Words that the stemmer would cut wrongly or would make one with a word of another meaning (*pendapat*, *dapat*)."""

COMPOUNDS: Final[dict[tuple[str, str], str]] = {
    ("kerja", "sama"): "kerjasama",
    ("tanggung", "jawab"): "tanggungjawab",
    ("tanggung", "jawaban"): "tanggungjawab",
}
"""Two words that are also written as one; both spellings end as the same stem. The second word is a surface form."""

DETACHED: Final[tuple[str, ...]] = ("antar", "non", "multi", "inter", "pasca")
"""Bound forms that are written attached or apart: *antarinstansi*, *antar instansi*."""

KEPT_WHOLE: Final[frozenset[str]] = frozenset(
    "antara antaranya antarkan antaran internal internet interaksi interaktif internasional intervensi interview "
    "interoperabilitas nonton multimedia interpretasi intern multi inter antar non pasca".split()
)
"""Words that only seem to begin with one of those."""

FUNCTION_WORDS: Final[frozenset[str]] = frozenset(
    """
    ada adalah adapun agar akan aku anda apa apabila apakah atas atau bagai bagaimana bagi bahkan bahwa banget begini
    begitu belum beliau berbagai beberapa bisa boleh bukan dalam dan dapat dari daripada demi demikian dengan di dia
    dong hal hampir hanya harus hingga ia ialah ini itu itulah jadi jangan jika juga kah kalau kalian kami kan
    karena ke kemudian kepada kita lagi lah lain lalu lebih maka maksud manakala masih maupun melainkan memang
    mengapa menjadi menurut mereka merupakan meski meskipun mungkin namun nya oleh pada padahal para paling per pernah
    pula pun saat saja saling sambil sampai sana sangat saya se sebab sebagai sebagaimana sebelum sebuah secara
    sedang sedangkan seorang sehingga sejak sekadar selain selalu selama seluruhnya semakin sementara seperti serta
    sesuatu sesudah setelah setiap si siapa sih situ suatu sudah supaya tanpa tapi telah tentang tentu tentunya
    terhadap termasuk ternyata tersebut terus tetap tetapi tiap tidak toh untuk walau walaupun yaitu yakni yang
    a an and are as at be been but by can for from has have how in into is it its more not of on or our so such
    that the their them then there these they this those through to was we were what when where which who will with
    you your
    """.split()
)
"""Words without subject matter: pronouns, prepositions, conjunctions, particles, auxiliaries, in both languages."""

ROOTS_IN_K: Final[frozenset[str]] = frozenset(
    "kaji kalah kecil kejar kelola keluh kembang kenal kendali kerah kerja kerjasama kirim kolaborasi komunikasi "
    "konsultasi kontrol koordinasi koreksi korban kritik kuasa kuat kubur kukuh kumpul kunjung "
    "kurang kurung kutip".split()
)
"""Roots whose *k* melts into *meng-* and *peng-* (*mengelola*); the stemmer cannot know that from *mengurus*."""

ROOTS_IN_M: Final[frozenset[str]] = frozenset(
    "maaf mabuk macet main maju makan maklum mampu manfaat masalah masuk mati milik minat minta minum mohon muat mudah "
    "mufakat mula muka mulia musuh musyawarah".split()
)
"""Roots that begin with *m* themselves, where the stemmer would put back a *p* (*memiliki*)."""

ROOTS_IN_N: Final[frozenset[str]] = frozenset("naik nama nanti nasihat nikah nikmat nilai nyala nyata".split())
"""Roots that begin with *n* themselves, not with a *t* that melted into *men-* (*menilai*)."""

NEVER_STEMMED: Final[frozenset[str]] = FUNCTION_WORDS | frozenset(
    "kelola pakai percaya peroleh terima tata "
    "asas atasan akibat adat alat badan bidang daerah desa dinas jalan kantor kerja kota lahan makan masyarakat negara "
    "nilai pasar peka pulau rakan satuan sekolah seluruh semua swadaya target teknis teman usaha".split()
)
"""Words left as they are; the stemmer would take a part of the root for an affix."""
