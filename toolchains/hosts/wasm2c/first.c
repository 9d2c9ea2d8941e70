/* Nothing: linking it has the C library built, which else the first guest's compilation would pay for. */
int main(void)
{
    return 0;
}
