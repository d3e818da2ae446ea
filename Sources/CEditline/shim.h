// libedit, with typed names for its variadic calls, which Swift cannot make.
#pragma once
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

typedef int (*lc_el_getc_function)(EditLine *, wchar_t *);
typedef unsigned char (*lc_el_function)(EditLine *, wint_t);

static inline int lc_el_getc(EditLine *el, lc_el_getc_function f) { return el_wset(el, EL_GETCFN, f); }
static inline int lc_no_history(void *history, HistEventW *event, int operation, ...) {
    (void)history, (void)event, (void)operation;
    return -1;
}
/// Without a history of its own, libedit calls a function at 0 for vi's `_`.
static inline int lc_el_no_history(EditLine *el) { return el_wset(el, EL_HIST, lc_no_history, NULL); }
static inline int lc_el_int(EditLine *el, int option, int value) { return el_wset(el, option, value); }
static inline int lc_el_editor(EditLine *el, const wchar_t *name) { return el_wset(el, EL_EDITOR, name); }
static inline int lc_el_is_vi(EditLine *el) {
    const wchar_t *name = NULL;
    return el_wget(el, EL_EDITOR, &name) == 0 && name != NULL && wcscmp(name, L"vi") == 0;
}
static inline int lc_el_add(EditLine *el, const wchar_t *name, const wchar_t *help, lc_el_function f) {
    return el_wset(el, EL_ADDFN, name, help, f);
}
/// Binds a key in the map that is typed into, or in vi's command mode.
static inline int lc_el_bind(EditLine *el, int alternative, const wchar_t *key, const wchar_t *function) {
    return alternative ? el_wset(el, EL_BIND, L"-a", key, function, (wchar_t *)NULL)
                       : el_wset(el, EL_BIND, key, function, (wchar_t *)NULL);
}
static inline int lc_el_setty(EditLine *el, const wchar_t *mode, const wchar_t *flag) {
    return el_wset(el, EL_SETTY, mode, flag, (wchar_t *)NULL);
}
/// Runs one line of an editrc file.
static inline int lc_el_command(EditLine *el, const wchar_t *line) {
    TokenizerW *tokenizer = tok_winit(NULL);
    if (tokenizer == NULL) return -1;
    int count = 0, result = -1;
    const wchar_t **words = NULL;
    if (tok_wstr(tokenizer, line, &count, &words) == 0 && count > 0) result = el_wparse(el, count, words);
    tok_wend(tokenizer);
    return result;
}
/// An editor on a terminal that edits and draws nothing.
static inline EditLine *lc_el_terminal(const char *name, int input, int output) {
    static FILE *nowhere; // libedit never closes it.
    if (nowhere == NULL) nowhere = fopen("/dev/null", "w");
    return nowhere == NULL ? NULL : el_init_fd(name, stdin, nowhere, stderr, input, output, 2);
}
/// libedit takes characters as the locale has them: where that is none of UTF-8, another is chosen.
static inline void lc_choose_locale(void) {
    static const char *const names[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
    setlocale(LC_ALL, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i)
        if (setlocale(LC_CTYPE, names[i]) != NULL) return;
}
