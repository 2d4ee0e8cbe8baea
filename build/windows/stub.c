/* Stands for the program where it can't be frozen: says how it was started, so that a check can look. */
#include <windows.h>
#include <stdio.h>
#include <string.h>

static int write_text(const wchar_t *path, const wchar_t *text)
{
    char bytes[8192];
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    FILE *file = _wfopen(path, L"wb");
    if (file == NULL || length < 1)
        return 1;
    fwrite(bytes, 1, (size_t)length - 1, file);
    return fclose(file);
}

int main(void)
{
    wchar_t says[MAX_PATH];
    const wchar_t *line = GetCommandLineW();
    if (!GetEnvironmentVariableW(L"IOMSA_STUB_SAYS", says, MAX_PATH)) {
        GetTempPathW(MAX_PATH - 16, says);
        wcscat(says, L"iomsa-stub.txt");
    }
    if (write_text(says, line))
        return 1;
    if (wcsstr(line, L"--hold")) {
        puts("open");
        fflush(stdout);
        while (getchar() != EOF)
            ;
    }
    return 0;
}
